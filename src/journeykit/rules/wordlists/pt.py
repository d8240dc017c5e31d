"""The word lists of Portuguese."""

GOOD = (
    "contento, contenta, aliviado, aliviada, orgulhoso, orgulhosa, confiado, confiada, esperançoso, esperançosa, "
    "encantado, encantada, compreendido, compreendida, entendido, entendida, entusiasmado, entusiasmada, "
    "satisfeito, satisfeita, tranquilo, tranquila, calmo, calma, agradecido, agradecida, grato, grata, animado, "
    "animada, empolgado, empolgada, tranquilizado, tranquilizada, reconfortado, reconfortada, encorajado, "
    "encorajada, valorizado, valorizada, apreciado, apreciada, respeitado, respeitada, relaxado, relaxada, "
    "seguro, segura, protegido, protegida, inspirado, inspirada, motivado, motivada, amado, amada, querido, "
    "querida, ouvido, ouvida, escutado, escutada, convencido, convencida, confirmado, confirmada, realizado, "
    "realizada, extasiado, extasiada, maravilhado, maravilhada, fascinado, fascinada, apoiado, apoiada, "
    "acompanhado, acompanhada, acolhido, acolhida, cuidado, cuidada, bem atendido, bem atendida, bem cuidado, bem "
    "cuidada, capacitado, capacitada, sortudo, sortuda, afortunado, afortunada, divertido, divertida, lisonjeado, "
    "lisonjeada, liberto, liberta, libertado, libertada, aceito, aceita, aceite, reconhecido, reconhecida, "
    "despreocupado, despreocupada, sereno, serena, jubiloso, jubilosa, positivo, positiva, bem recebido, bem "
    "recebida, levado a sério, levado a séria, impressionado, impressionada, bem-vindo, bem-vinda, bem "
    "aconselhado, bem aconselhada, descontraído, descontraída, feliz, alegre, contente, confiante, independente, "
    "livre, otimista, optimista, competente, capaz, triunfante, radiante, muito feliz, no controle, no controlo, "
    "em boas mãos, bem, ótimo, ótima, à vontade, descansado"
)
BAD = (
    "zangado, zangada, irritado, irritada, perdido, perdida, frustrado, frustrada, aborrecido, aborrecida, "
    "preocupado, preocupada, ansioso, ansiosa, nervoso, nervosa, envergonhado, envergonhada, confuso, confusa, "
    "decepcionado, decepcionada, dececionado, dececionada, desapontado, desapontada, ignorado, ignorada, "
    "assustado, assustada, aterrorizado, aterrorizada, apavorado, apavorada, furioso, furiosa, chateado, "
    "chateada, desesperado, desesperada, desesperançado, desesperançada, estressado, estressada, stressado, "
    "stressada, esgotado, esgotada, exausto, exausta, cansado, cansada, entediado, entediada, constrangido, "
    "constrangida, humilhado, humilhada, insultado, insultada, ofendido, ofendida, enganado, enganada, traído, "
    "traída, abandonado, abandonada, esquecido, esquecida, negligenciado, negligenciada, sozinho, sozinha, "
    "rejeitado, rejeitada, excluído, excluída, desanimado, desanimada, desencorajado, desencorajada, deprimido, "
    "deprimida, abatido, abatida, amargurado, amargurada, ressentido, ressentida, culpado, culpada, inquieto, "
    "inquieta, tenso, tensa, inseguro, insegura, cético, cética, desconfiado, desconfiada, desorientado, "
    "desorientada, desnorteado, desnorteada, preso, presa, pressionado, pressionada, insatisfeito, insatisfeita, "
    "descontente, desiludido, desiludida, enojado, enojada, indignado, indignada, revoltado, revoltada, "
    "horrorizado, horrorizada, chocado, chocada, alarmado, alarmada, magoado, magoada, ferido, ferida, arrasado, "
    "arrasada, incompreendido, incompreendida, desrespeitado, desrespeitada, arrependido, arrependida, "
    "angustiado, angustiada, burlado, burlada, farto, farta, amedrontado, amedrontada, desamparado, desamparada, "
    "intranquilo, intranquila, triste, infeliz, impotente, impaciente, miserável, vulnerável, sob pressão, mal, "
    "péssimo, péssima, com medo, com dúvidas, hesitante"
)
INSIDE = (
    "lead, leads, lead qualificado, leads qualificados, mql, mqls, geração de leads, nutrição de leads, captação "
    "de leads, funil de vendas, funil de conversão, funil de marketing, funnel, taxa de conversão, taxas de "
    "conversão, converter o cliente, converter clientes, converter leads, converter prospects, converter "
    "visitantes, upsell, upselling, up-selling, cross-sell, cross-selling, crossselling, venda cruzada, vendas "
    "cruzadas, venda adicional, vendas adicionais, fazer o onboarding, onboarding do cliente, onboarding de "
    "clientes, ativar o cliente, ativação do cliente, ativação de clientes, ativação de usuários, ativação de "
    "utilizadores, churn, taxa de churn, taxa de abandono, taxa de cancelamento, taxa de rejeição, perda de "
    "clientes, evasão de clientes, retenção de clientes, taxa de retenção, fidelizar o cliente, recuperação de "
    "clientes, reconquista de clientes, captação de clientes, aquisição de clientes, custo de aquisição, valor "
    "vitalício do cliente, valor do tempo de vida, customer lifetime value, share of wallet, pipeline de vendas, "
    "fechamento da venda, fecho da venda, chamada para ação, chamada à ação, call to action, taxa de cliques, "
    "abandono de carrinho, abandono do carrinho, carrinho abandonado, ticket médio, valor médio do pedido, "
    "público-alvo, segmento de clientes, buyer persona, proposta de valor, proposta única de venda, notoriedade "
    "da marca, reconhecimento da marca, engajamento, engajamento do cliente, touchpoint, touchpoints, customer "
    "journey, jornada do cliente, jornada do usuário, experiência do cliente, net promoter score, nps, csat, "
    "tempo médio de atendimento, resolução no primeiro contato, resolução no primeiro contacto, automação de "
    "marketing, carteira de clientes, fidelização de clientes"
)
ROLES = {
    "problem-need": "problema, necessidade, problema e necessidade, problema/necessidade, reconhecimento da "
    "necessidade, reconhecimento do problema",
    "discovery": "descoberta, descobrir, exploração, explorar",
    "evaluation": "avaliar alternativas, avaliação das alternativas, comparação, comparar",
    "decision": "decisão, decidir, escolha, escolher",
    "purchase": "aquisição, adquirir",
    "buy": "compra, comprar, contratação, contratar",
    "checkout": "passar no caixa, finalizar a compra",
    "order": "pedido, pedir, encomenda, encomendar, fazer o pedido",
    "sign-up": "registro, registo, registrar-se, registar-se, cadastro, cadastrar-se, inscrição, inscrever-se, adesão",
    "subscribe": "assinatura, assinar, subscrição, subscrever",
    "book": "reserva, reservar, marcação",
    "pay": "pagamento, pagar",
    "review": "revisão, opinião, opiniões, avaliação pós-compra, balanço",
    "awareness": "consciência, tomada de consciência, conhecimento, conscientização",
    "consideration": "consideração, considerar",
    "experience": "experiência, uso, usar, utilização, utilizar, vivência",
    "advocacy": "recomendação, recomendar, defesa, lealdade, fidelidade, indicação",
    "onboarding": "integração, boas-vindas, primeiros passos",
    "adoption": "adoção, adotar, uso regular, uso diário",
    "renewal": "renovação, renovar",
    "before": "antes, antes da compra, antes da visita, pré-compra",
    "during": "durante, entretanto",
    "after": "depois, após, pós-venda, pós-compra, depois da compra, após a compra, depois da visita",
}

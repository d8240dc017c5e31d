"""The word lists of Spanish."""

GOOD = (
    "contento, contenta, aliviado, aliviada, orgulloso, orgullosa, confiado, confiada, esperanzado, esperanzada, "
    "encantado, encantada, comprendido, comprendida, entendido, entendida, entusiasmado, entusiasmada, "
    "satisfecho, satisfecha, tranquilo, tranquila, agradecido, agradecida, complacido, complacida, alegrado, "
    "alegrada, animado, animada, ilusionado, ilusionada, tranquilizado, tranquilizada, reconfortado, "
    "reconfortada, alentado, alentada, bienvenido, bienvenida, valorado, valorada, apreciado, apreciada, "
    "respetado, respetada, cómodo, cómoda, relajado, relajada, seguro, segura, protegido, protegida, inspirado, "
    "inspirada, motivado, motivada, empoderado, empoderada, querido, querida, amado, amada, escuchado, escuchada, "
    "convencido, convencida, confirmado, confirmada, realizado, realizada, extasiado, extasiada, maravillado, "
    "maravillada, fascinado, fascinada, apoyado, apoyada, acompañado, acompañada, cuidado, cuidada, atendido, "
    "atendida, bien atendido, bien atendida, capacitado, capacitada, exitoso, exitosa, afortunado, afortunada, "
    "divertido, divertida, halagado, halagada, liberado, liberada, aceptado, aceptada, reconocido, reconocida, "
    "despreocupado, despreocupada, sereno, serena, jubiloso, jubilosa, positivo, positiva, bien asesorado, bien "
    "asesorada, tomado en serio, tomado en seria, feliz, alegre, independiente, libre, optimista, competente, "
    "capaz, triunfante, radiante, muy feliz, en control, en buenas manos, bien, genial, estupendo, fenomenal, a "
    "gusto, enganchado, enganchada"
)
BAD = (
    "enfadado, enfadada, enojado, enojada, perdido, perdida, frustrado, frustrada, molesto, molesta, preocupado, "
    "preocupada, ansioso, ansiosa, nervioso, nerviosa, avergonzado, avergonzada, confundido, confundida, confuso, "
    "confusa, decepcionado, decepcionada, ignorado, ignorada, asustado, asustada, aterrado, aterrada, "
    "aterrorizado, aterrorizada, furioso, furiosa, irritado, irritada, disgustado, disgustada, desesperado, "
    "desesperada, desesperanzado, desesperanzada, estresado, estresada, agotado, agotada, cansado, cansada, "
    "aburrido, aburrida, humillado, humillada, insultado, insultada, ofendido, ofendida, engañado, engañada, "
    "estafado, estafada, traicionado, traicionada, abandonado, abandonada, olvidado, olvidada, descuidado, "
    "descuidada, solo, sola, rechazado, rechazada, excluido, excluida, desanimado, desanimada, desalentado, "
    "desalentada, deprimido, deprimida, abatido, abatida, amargado, amargada, resentido, resentida, inquieto, "
    "inquieta, tenso, tensa, inseguro, insegura, escéptico, escéptica, desconfiado, desconfiada, desconcertado, "
    "desconcertada, desorientado, desorientada, atrapado, atrapada, atascado, atascada, presionado, presionada, "
    "insatisfecho, insatisfecha, descontento, descontenta, desilusionado, desilusionada, asqueado, asqueada, "
    "indignado, indignada, horrorizado, horrorizada, alarmado, alarmada, herido, herida, dolido, dolida, "
    "destrozado, destrozada, incomprendido, incomprendida, desatendido, desatendida, menospreciado, "
    "menospreciada, agobiado, agobiada, harto, harta, arrepentido, arrepentida, angustiado, angustiada, "
    "intranquilo, intranquila, contrariado, contrariada, timado, timada, triste, infeliz, impotente, impaciente, "
    "culpable, miserable, vulnerable, bajo presión, mal, fatal, con miedo, con dudas, dudoso, dudosa"
)
INSIDE = (
    "lead, leads, lead cualificado, leads cualificados, lead calificado, leads calificados, mql, mqls, generación "
    "de leads, nutrición de leads, captación de leads, embudo de ventas, embudo de conversión, embudo de "
    "marketing, funnel, tasa de conversión, tasas de conversión, índice de conversión, ratio de conversión, "
    "convertir al cliente, convertir clientes, convertir leads, convertir prospectos, convertir visitantes, "
    "cliente convertido, upsell, upselling, up-selling, cross-sell, cross-selling, crossselling, venta cruzada, "
    "ventas cruzadas, venta adicional, incorporar al cliente, hacer onboarding, onboarding del cliente, "
    "onboarding de clientes, activar al cliente, activación del cliente, activación de clientes, activación de "
    "usuarios, churn, tasa de churn, tasa de abandono, tasa de cancelación, tasa de rebote, fuga de clientes, "
    "pérdida de clientes, retención de clientes, tasa de retención, fidelizar al cliente, recuperación de "
    "clientes, captación de clientes, adquisición de clientes, coste de adquisición, costo de adquisición, valor "
    "de vida del cliente, customer lifetime value, cuota de cartera, share of wallet, pipeline de ventas, cierre "
    "de la venta, cierre de ventas, llamada a la acción, call to action, tasa de clics, carrito abandonado, "
    "abandono del carrito, valor medio del pedido, ticket medio, ticket promedio, público objetivo, audiencia "
    "objetivo, segmento de clientes, buyer persona, propuesta de valor, propuesta única de venta, notoriedad de "
    "marca, reconocimiento de marca, engagement, touchpoint, touchpoints, customer journey, viaje del cliente, "
    "recorrido del cliente, experiencia del cliente, experiencia de cliente, net promoter score, nps, csat, "
    "tiempo medio de atención, tiempo medio de gestión, resolución en el primer contacto, automatización de "
    "marketing, cartera de clientes, fidelización de clientes"
)
ROLES = {
    "problem-need": "problema, necesidad, problema y necesidad, problema/necesidad, reconocimiento de la "
    "necesidad, reconocimiento del problema",
    "discovery": "descubrimiento, descubrir, exploración, explorar",
    "evaluation": "evaluación, evaluar, comparación, comparar",
    "decision": "decisión, decidir, elección, elegir",
    "purchase": "adquisición, adquirir",
    "buy": "compra, comprar, contratación, contratar",
    "checkout": "pasar por caja, finalizar la compra",
    "order": "pedido, pedir, hacer el pedido, encargo",
    "sign-up": "registro, registrarse, inscripción, inscribirse, darse de alta",
    "subscribe": "suscripción, suscribirse",
    "book": "reserva, reservar",
    "pay": "pago, pagar",
    "review": "valoración, valorar, reseña, revisión, opinión",
    "awareness": "conciencia, toma de conciencia, conocimiento",
    "consideration": "consideración, considerar",
    "experience": "experiencia, uso, usar, vivencia",
    "advocacy": "recomendación, recomendar, defensa, lealtad, fidelidad, prescripción",
    "onboarding": "incorporación, bienvenida, primeros pasos, puesta en marcha",
    "adoption": "adopción, adoptar, uso habitual, uso diario",
    "renewal": "renovación, renovar",
    "before": "antes, antes de la compra, antes de la visita, precompra",
    "during": "durante, mientras tanto",
    "after": "después, posventa, postventa, poscompra, postcompra, después de la compra, después de la visita",
}

"""The word lists of English."""

GOOD = (
    "happy, glad, relieved, proud, confident, hopeful, delighted, understood, excited, satisfied, calm, grateful, "
    "thankful, pleased, cheerful, joyful, content, thrilled, enthusiastic, optimistic, reassured, encouraged, "
    "trusting, welcome, valued, appreciated, respected, comfortable, relaxed, safe, secure, inspired, motivated, "
    "eager, energised, energized, empowered, independent, free, loved, heard, convinced, confirmed, certain, "
    "sure, fulfilled, ecstatic, elated, overjoyed, charmed, enchanted, impressed, peaceful, untroubled, carefree, "
    "supported, cared for, taken seriously, in control, at ease, well looked after, competent, capable, "
    "successful, triumphant, blessed, lucky, amused, joyous, upbeat, positive, trustful, self-assured, fantastic, "
    "great, good, wonderful, brilliant, in good hands, over the moon, on top of it, looking forward, flattered, "
    "rescued, at peace"
)
BAD = (
    "sad, angry, lost, frustrated, annoyed, worried, anxious, nervous, ashamed, confused, disappointed, ignored, "
    "afraid, scared, frightened, terrified, furious, irritated, upset, unhappy, hopeless, helpless, powerless, "
    "desperate, stressed, exhausted, tired, worn out, bored, embarrassed, humiliated, insulted, offended, "
    "cheated, betrayed, deceived, misled, neglected, forgotten, abandoned, lonely, alone, rejected, excluded, "
    "discouraged, dejected, depressed, miserable, gloomy, bitter, resentful, guilty, uneasy, tense, impatient, "
    "insecure, unsure, uncertain, doubtful, sceptical, skeptical, suspicious, distrustful, mistrustful, "
    "bewildered, baffled, puzzled, disoriented, trapped, stuck, pressured, rushed, under pressure, brushed off, "
    "let down, fobbed off, passed around, fed up, dissatisfied, displeased, unimpressed, disillusioned, "
    "disgusted, outraged, enraged, shocked, horrified, panicked, alarmed, hurt, heartbroken, devastated, crushed, "
    "troubled, distressed, regretful, remorseful, bad, awful, terrible, not understood, not taken seriously, "
    "ripped off, patronised, patronized, unwelcome, unsafe, vulnerable, hesitant, panicky, cornered, "
    "stranded, torn, numb"
)
INSIDE = (
    "qualified lead, qualified leads, mql, mqls, sql lead, sql leads, sales qualified, marketing qualified, lead "
    "generation, lead nurturing, lead scoring, nurture leads, nurture the lead, warm lead, hot lead, cold lead, "
    "sales funnel, marketing funnel, conversion funnel, top of the funnel, top of funnel, middle of the funnel, "
    "bottom of the funnel, bottom of funnel, conversion rate, conversion rates, convert the customer, convert "
    "customers, convert leads, convert prospects, convert visitors, convert the lead, converts to paid, paid "
    "conversion, trial conversion, upsell, upsells, upselling, up-sell, up-selling, cross-sell, cross-sells, "
    "cross-selling, crosssell, crossselling, onboard the customer, onboard customers, onboard the user, onboard "
    "users, activate the customer, activate the user, customer activation, user activation, churn, churns, "
    "churned, churning, churn rate, churn risk, customer retention, retention rate, retention campaign, winback, "
    "customer acquisition, acquisition cost, acquisition channel, customer lifetime value, lifetime value, cltv, "
    "arpu, share of wallet, wallet share, sales pipeline, pipeline stage, closed won, closed lost, call to "
    "action, click-through rate, bounce rate, drop-off rate, abandonment rate, cart abandonment, average order "
    "value, target audience, target group, customer segment, buyer persona, value proposition, unique selling "
    "point, brand awareness, customer engagement, user engagement, engagement rate, touchpoint, touchpoints, "
    "customer journey, user journey, customer experience, net promoter score, nps, csat, ticket deflection, call "
    "deflection, case deflection, channel shift, first contact resolution, first call resolution, average "
    "handling time, digital adoption, product adoption, feature adoption, product-qualified lead, pql, monthly "
    "active users, daily active users, sales enablement, marketing automation, win-back campaign, winback "
    "campaign, qualified as a lead, onboarded, upsold, cross-sold"
)
ROLES = {
    "problem-need": "problem, need, needs, problem and need, recognises a need, recognizes a need, need "
    "recognition, problem recognition",
    "discovery": "discover, discovering, explore, exploration, exploring",
    "evaluation": "evaluate, evaluating, compare, comparing, comparison, assessment",
    "decision": "decide, deciding, choice, choose, choosing",
    "purchase": "purchasing, purchases",
    "buy": "buying, buys",
    "checkout": "check out, checking out, check-out",
    "order": "ordering, orders, place the order, placing the order",
    "sign-up": "signup, signs up, signing up, sign up, registration, register",
    "subscribe": "subscription, subscribing, subscribes",
    "book": "booking, books, reservation, reserve",
    "pay": "payment, paying, pays",
    "review": "reviewing, reviews, post-purchase review",
    "awareness": "aware, becoming aware",
    "consideration": "consider, considering",
    "experience": "use, using, usage, experiencing",
    "advocacy": "advocate, recommend, recommending, recommendation, referral, refer, loyalty",
    "onboarding": "onboard, getting started, set-up, setup, setting up",
    "adoption": "adopt, adopting, everyday use, regular use",
    "renewal": "renew, renewing, renews",
    "before": "beforehand, pre-purchase, before the visit",
    "during": "meanwhile, in between",
    "after": "afterwards, post-purchase, after purchase, after the purchase, aftercare, after-sales, after "
    "sales, after the visit",
}

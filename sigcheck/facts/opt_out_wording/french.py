"""The French wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

_THESE_MAILS = r"(?:d[e']? ?|mes |ce |nos |ces |les |des |notre |aucun )(?:\w+ ){0,2}?<MAILS>"

WORDING = OptOutWording(
    mails=r"(?:e-?mails?|mails?|messages?|courriels?|courriers?|sollicitations?|communications?|newsletters?)\b",
    event=r"(?:événement|webinaire|webinar|séminaire|atelier|conférence|petit-déjeuner|salon|formation|cours)",
    wish=(
        r"(?:vous|te|se|me) (?:désabonner|désinscrire)",
        r"vous opposer à (?:\w+ ){0,4}?(?:réception|envoi|prospection|<MAILS>)",
        r"<FIRST>(?:désabonnement|désinscription|désabonnez-vous|désinscrivez-vous)(?= ?[:|(<]| ici| en| par)",
        r"ne (?:plus|pas) (?:recevoir|avoir) " + _THESE_MAILS,
        r"ne (?:souhait|voul|désir|préfér|veux)\w* (?:plus|pas) recevoir " + _THESE_MAILS,
        r"(?:ne|n') ?(?:souhait|voul|désir|préfér|veux|être|plus)\w*(?: (?:plus|pas))?(?: être)? "
        r"(?:contacté|sollicité|relancé|recontacté|démarché)",
        r"ne (?:souhait|voul|désir|veux)\w* (?:plus|pas) (?:avoir de|recevoir de) (?:mes|nos) nouvelles",
        r"(?:ne (?:souhait|voul|désir)\w* (?:plus|pas)|préfér\w+) que (?:je|nous) "
        r"(?:ne )?(?:vous|t'|te) ?(?:écriv|contact|relanc|recontact)",
        r"(?:retiré|retirer|supprimé|supprimer)(?: \w+){0,2}? de (?:ma|notre|cette|la) liste",
    ),
    say=(
        r"(?:dites|dis|faites|fais|prévenez|signalez|indiquez|envoyez|envoie|contactez|cliquez|clique)\b",
        r"(?:répond(?:ez|s|re|ant)|écri(?:vez|s|re|vant))\b",
        r"(?:un simple|un petit) (?:mot|mail|message|e-?mail)",
        r"(?:il suffit|il vous suffit|suffit)\b",
        r"par (?:simple )?(?:retour|réponse)",
        r"merci de (?:me|nous|m'|répondre)",
        r"ici\b",
    ),
    promise=(
        r"(?:je|nous) ne (?:vous |t'|te )(?:écri|contact|relanc|sollicit|dérang|recontact|embêt|importun|enverr)\w* "
        r"(?:plus|pas)",
        r"(?:je|nous) (?:vous|te) (?:retir|supprim|enlèv|lèverai)\w* de (?:ma|mes|notre|nos|la|cette) listes?",
        r"(?:je|nous) (?:cess|arrêt)\w* de (?:vous|t') ?(?:écri|contact|relanc|sollicit|dérang|importun)",
        r"(?:je|nous) (?:vous|te) laiss\w+ tranquille",
        r"(?:je|nous) n'insister\w+",
    ),
    keywords=("stop", "désabonner", "désabonnement", "désinscription", "désinscrire", "non merci"),
    link=(
        r"(?:dés|des)abonn\w+",
        r"(?:dés|des)ins(?:cri|crivez|cription)\w*",
        r"ne plus recevoir",
        r"préférences (?:e-?mail|de communication|d'abonnement|d'e-?mail)",
    ),
    not_meant=(r"(?:désins?cri|désabonn)\w*(?: [\w']+){0,3}?[ ']<EVENT>",),
    url_words=("desabonner", "desabonnement", "desinscription", "desinscrire"),
)

"""The Norwegian wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

WORDING = OptOutWording(
    mails=r"(?:e-?poste?r?|mailer?|meldinger|nyhetsbrev|henvendelser)\b",
    event=r"(?:arrangement|webinar|seminar|frokost|kurs|konferanse|møte|event)\w*",
    wish=(
        r"(?:avmelde?\b|melde? deg av|melde? dere av)",
        r"ikke (?:lenger )?(?:ønsker|vil|har lyst)(?: \w+){0,4}? (?:<MAILS>|høre|kontaktes|kontaktet)",
        r"(?:vil|ønsker) (?:du|dere) (?:helst |heller )?(?:ikke|slippe|unngå)(?: \w+){0,5}? "
        r"(?:<MAILS>|høre|kontaktes|kontaktet)",
        r"(?:ingen|ikke|slippe) flere <MAILS>",
        r"(?:helst|heller) (?:vil )?(?:ikke|slippe)(?: \w+){0,5}? (?:<MAILS>|høre|kontaktes|kontaktet)",
    ),
    say=(
        r"si (?:fra|ifra|det|bare|gjerne)",
        r"(?:svar|skriv|klikk|send|besvar)\b",
        r"(?:gi|la|kontakt) (?:meg|oss)",
        r"(?:gå til|her)\b",
    ),
    promise=(
        r"(?:skriver|kontakter|mailer|hører|forstyrrer|skal|vil|lover|sender|tar) (?:jeg|vi)(?: \w+){0,4}? "
        r"(?:ikke|aldri)",
        r"(?:jeg|vi) (?:skriver|kontakter|mailer|forstyrrer|skal|vil|sender|tar)(?: \w+){0,4}? (?:ikke|aldri)"
        r"(?: \w+){0,4}? (?:igjen|mer|lenger|flere)",
        r"(?:fjerner|sletter|tar|stryker) (?:jeg |vi )?(?:deg|dere) (?:fra|av) (?:min |vår )?\w{0,8}list\w*",
        r"lar (?:jeg |vi )?deg være",
    ),
    keywords=("stopp", "stop", "avmeld", "nei takk"),
    link=(
        r"avmeld\w*|meld (?:deg|meg) av",
        r"(?:avslutt|stopp|si opp) (?:abonnement|nyhetsbrev|e-?post)\w*",
        r"ingen flere <MAILS>",
        r"e-?postinnstillinger",
    ),
    not_meant=(r"(?:avmeld\w*|meld(?:e)? deg av)(?: \w+){0,3}? <EVENT>",),
    url_words=("avmeld", "avmelding", "meld av"),
)

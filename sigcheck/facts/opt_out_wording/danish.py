"""The Danish wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

WORDING = OptOutWording(
    mails=r"(?:e?-?mails?|beskeder|nyhedsbreve?|henvendelser)\b",
    event=r"(?:arrangement|webinar|seminar|morgenmad|kursus|konference|møde|event)\w*",
    wish=(
        r"(?:afmelde?|framelde?|frameld)\b",
        r"ikke (?:længere )?(?:ønsker|vil|har lyst)(?: \w+){0,4}? (?:<MAILS>|høre|kontaktes|kontaktet)",
        r"(?:vil|ønsker) (?:du|i) (?:helst |hellere )?(?:ikke|undgå|være fri|slippe)(?: \w+){0,5}? "
        r"(?:<MAILS>|høre|kontaktes|kontaktet)",
        r"(?:ingen|ikke|fri for) flere <MAILS>",
        r"(?:helst|hellere) (?:vil )?(?:ikke|være fri|slippe)(?: \w+){0,5}? (?:<MAILS>|høre|kontaktes|kontaktet)",
    ),
    say=(
        r"sig (?:til|det|endelig|bare|blot)",
        r"(?:svar|skriv|klik|send|besvar)\b",
        r"(?:giv|lad|kontakt) (?:mig|os)",
        r"(?:gå til|her)\b",
    ),
    promise=(
        r"(?:skriver|kontakter|mailer|hører|forstyrrer|skal|vil|lover|sender|vender) (?:jeg|vi)(?: \w+){0,4}? "
        r"(?:ikke|aldrig)",
        r"(?:jeg|vi) (?:skriver|kontakter|mailer|forstyrrer|skal|vil|sender)(?: \w+){0,4}? (?:ikke|aldrig)"
        r"(?: \w+){0,4}? (?:igen|mere|længere|flere)",
        r"(?:fjerner|sletter|tager) (?:jeg |vi )?(?:dig|jer) (?:fra|af) (?:min |vores )?\w{0,8}list\w*",
        r"lader (?:jeg |vi )?dig være",
    ),
    keywords=("stop", "afmeld", "nej tak"),
    link=(
        r"(?:afmeld|frameld)\w*",
        r"ingen flere <MAILS>",
        r"(?:mail|e-mail)(?:indstillinger|præferencer)",
    ),
    not_meant=(r"(?:afmeld|frameld)\w*(?: \w+){0,3}? <EVENT>",),
    url_words=("afmeld", "afmelding", "frameld"),
)

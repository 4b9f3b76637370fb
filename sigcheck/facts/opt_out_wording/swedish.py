"""The Swedish wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

WORDING = OptOutWording(
    mails=r"(?:mejl|mail|e-post(?:meddelanden)?|meddelanden|utskick|nyhetsbrev)\b",
    event=r"(?:evenemang|webbinari|webinar|seminari|frukost|kurs|konferens|möte)\w*",
    wish=(
        r"(?:avregistrera|avprenumerera|avanmäla|avanmäl)\b",
        r"avsluta (?:din |er )?prenumeration",
        r"inte (?:längre )?(?:vill|önskar)(?: \w+){0,3}? (?:<MAILS>|höra|kontakt\w*)",
        r"vill (?:du|ni) (?:hellre )?(?:inte|slippa)(?: \w+){0,4}? (?:<MAILS>|höra|kontaktad|kontaktas)",
        r"(?:inga|slippa) (?:fler |flera |mer )?<MAILS>",
        r"(?:hellre|helst) (?:inte|slipper)(?: \w+){0,4}? (?:<MAILS>|hör|kontakt)\w*",
    ),
    say=(
        r"(?:säg|hör av|svara|meddela|skriv|mejla|maila|klicka|låt mig|kontakta|skicka|berätta)\b",
        r"räcker\b|(?:gå till|här)\b",
    ),
    promise=(
        r"(?:hör|skriver|mejlar|mailar|kontaktar|stör|ska|lovar|skickar|återkommer) (?:jag|vi)(?: \w+){0,4}? "
        r"(?:inte|aldrig|inga)",
        r"(?:jag|vi) (?:hör|skriver|mejlar|mailar|kontaktar|stör|ska|kommer|skickar)(?: \w+){0,4}? "
        r"(?:inte|aldrig|inga)(?: \w+){0,4}? (?:mer|igen|längre|fler)",
        r"(?:tar|stryker) (?:jag |vi )?(?:bort )?(?:dig|er) (?:bort )?(?:från|ur) (?:min |vår )?\w{0,10}list\w*",
        r"slutar (?:jag|vi)\b",
    ),
    keywords=("stopp", "stop", "avregistrera", "avsluta", "nej tack"),
    link=(
        r"avregistrer\w+|avprenumerer\w+|avanmäl\w+",
        r"avsluta prenumeration\w*",
        r"inga fler <MAILS>",
        r"e-?postinställningar",
    ),
    not_meant=(r"(?:avregistrer|avanmäl)\w*(?: \w+){0,3}? <EVENT>",),
    url_words=("avregistrera", "avregistrering", "avprenumerera"),
)

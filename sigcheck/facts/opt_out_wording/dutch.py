"""The Dutch wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

WORDING = OptOutWording(
    mails=r"(?:e-?mails?|mails?|mailtjes|berichten|mailings?|nieuwsbrie(?:f|ven)|post)\b",
    event=r"(?:evenement|webinar|seminar|workshop|ontbijt|bijeenkomst|cursus|training|afspraak)\w*",
    wish=(
        r"(?:om|wilt u|wil je|kunt u|kun je|u kunt|je kunt|als u|als je)(?: [\w-]+){0,6}? "
        r"(?:uit te schrijven|af te melden|uitschrijven|afmelden)",
        r"<FIRST>(?:afmelden|uitschrijven)(?= ?[:|(<]| hier| via| kan)",
        r"geen (?:\w+ )?<MAILS>(?: \w+){0,3}? (?:meer|wilt|wil|wenst|wens)\b",
        r"(?:wilt|wil|wenst) (?:u|je) (?:liever )?geen (?:\w+ ){0,2}?<MAILS>",
        r"(?:wilt|wil|wenst) (?:u|je) (?:liever )?(?:niets?)(?: \w+){0,4}? (?:horen|benaderd|gemaild|gecontacteerd)",
        r"(?:niets?|liever niets?) (?:meer |langer )(?:\w+ ){0,3}?(?:hoort|horen|ontvang|benaderd|gemaild|gecontact)",
        r"liever niets? (?:van (?:mij|me|ons) )?(?:hoort|horen|benaderd|gemaild)",
    ),
    say=(
        r"laat (?:het |dat |dit |u het )?(?:me|mij|ons|even|dan|weten)",
        r"(?:zeg|antwoord|reageer|mail|stuur|klik|schrijf|geef|beantwoord)\b",
        r"(?:kort |klein )?(?:berichtje|mailtje|reactie)\b",
        r"hier\b",
    ),
    promise=(
        r"(?:stuur|mail|schrijf|benader|zal|neem|stoor|val) (?:ik|wij|we)(?: \w+){0,4}? (?:niets?|geen)"
        r"(?: \w+){0,4}? (?:meer|opnieuw|weer)",
        r"(?:ik|wij|we) (?:stuur|mail|schrijf|benader|zal|neem|stoor|val)\w*(?: \w+){0,4}? (?:niets?|geen)"
        r"(?: \w+){0,4}? (?:meer|opnieuw|weer)",
        r"(?:haal|verwijder|schrap) (?:ik |wij |we )?(?:u|je|jou) (?:van|uit) (?:mijn|onze|de) \w{0,8}lijst",
    ),
    keywords=("stop", "afmelden", "uitschrijven", "nee bedankt", "nee, bedankt"),
    link=(
        r"(?:\w+ )?afmeld(?:en|ing)",
        r"uitschrijv\w+|schrijf (?:me|mij|u|je) uit",
        r"geen (?:\w+ )?<MAILS> meer",
        r"e-?mailvoorkeuren|voorkeuren (?:beheren|wijzigen)",
    ),
    not_meant=(
        r"(?:afmeld|af te meld|uitschrijv)\w*(?: \w+){0,3}? <EVENT>",
        r"(?:voor|van) (?:\w+ ){0,2}?<EVENT>(?: \w+){0,3}? (?:afmeld|af te meld|uit te schrijv|uitschrijv)\w*",
    ),
    url_words=("afmelden", "uitschrijven"),
)

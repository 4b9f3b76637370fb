"""The German wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

WORDING = OptOutWording(
    mails=r"(?:e-?mails?|mails?|nachrichten?|post|newsletter|anschreiben|zusendungen|werbung|mailings)\b",
    event=r"(?:veranstaltung|event|seminar|webinar|workshop|frühstück|termin|konferenz|messe|kurs|schulung)\w*",
    wish=(
        r"(?:zum|um sich|um dich|(?:möchten|wollen|können) sie sich|(?:sie|du) (?:können|kannst) (?:sich|dich)|"
        r"(?:wenn|falls|sofern) (?:sie sich|du dich)|(?:möchtest|willst|kannst) du dich)(?: [\w-]+){0,6}? "
        r"(?:ab(?:zu)?melden|aus(?:zu)?tragen)",
        r"(?:zur abmeldung|zum (?:abmelden|abbestellen|austragen))",
        r"<FIRST>(?:abmelden|abmeldung|abbestellen|austragen)(?= ?[:|(<]| hier| unter| per| über| via| bitte)",
        r"(?:<MAILS>|(?:die|diese|meine|unsere) \w+)(?: [\w-]+){0,3}? ab(?:zu)?bestellen",
        r"kein(?:e|en|erlei)? (?:weitere[nr]? |künftige[nr]? |solche[nr]? |mehr )?<MAILS>[^.!?]{0,40}?"
        r"(?:möchte|woll|willst|wünsch|mögen|magst)",
        r"(?:möchte|woll|will|wünsch)\w* (?:sie|du) (?:künftig )?(?:von (?:mir|uns) )?kein(?:e|en|erlei)? "
        r"(?:weitere[nr]? |künftige[nr]? |solche[nr]? |mehr )?<MAILS>",
        r"(?:e-?mail|mail|zusendung|erhalt|nutzung|verwendung|newsletter|werbung)[^.!?]{0,60}? widersprechen",
        r"keinen (?:weiteren |erneuten )?kontakt (?:mehr )?(?:möchte|woll|willst|wünsch)",
        r"(?:von|aus) (?:dem|der|unserem|unserer|meinem|meiner) (?:e-?mail-?)?(?:verteiler|mailingliste)",
        r"keine (?:weiteren |weitere )(?:informationen|einladungen|angebote|kontakt\w+)",
        r"nichts? (?:mehr|weiter|länger)(?: [\w-]+){0,4}? (?:hören|lesen|angeschrieben|kontaktiert|erhalten|bekommen)",
    ),
    say=(
        r"(?:geben|sagen|schreiben|antworten|mailen|teilen|lassen|klicken|nutzen|wenden|melden|senden|schicken|"
        r"rufen|besuchen|folgen) sie",
        r"(?:gib|sag|schreib|antworte|klick|lass|teil|schick|melde?)e?\b",
        r"(?:antworten|schreiben|mailen|klicken)\b",
        r"(?:kurze|kleine|formlose) (?:antwort|nachricht|e-?mail|mail|info|rückmeldung)",
        r"(?:genügt|reicht)\b",
        r"(?:per|mit einer) (?:e-?mail|antwort|mail)",
        r"hier\b",
    ),
    promise=(
        r"(?:schreib|meld|kontaktier|mail|behellig|stör|belästig|werd)\w* (?:ich|wir)(?: \w+){0,3}? "
        r"(?:nicht (?:mehr|wieder|noch einmal|weiter|erneut)|nie wieder|keine)",
        r"(?:ich|wir) (?:schreib|meld|kontaktier|mail|behellig|stör|belästig|werd)\w*(?: \w+){0,3}? "
        r"(?:nicht (?:mehr|wieder|noch einmal|weiter|erneut)|nie wieder|keine)",
        r"(?:lass\w* (?:ich|wir) (?:sie|dich)|(?:ich|wir) lass\w* (?:sie|dich)) in (?:ruhe|frieden)",
        r"(?:aus|von) (?:dem|der|meinem|meiner|unserem|unserer) (?:e-?mail-?)?(?:verteiler|liste|mailingliste)",
    ),
    keywords=("stop", "stopp", "abmelden", "abmeldung", "austragen", "nein danke", "keine mails", "unsubscribe"),
    link=(
        r"(?:\w+-)?ab(?:zu)?meld(?:en|ung)",
        r"(?:newsletter|e-?mails?) ab(?:zu)?bestellen|abbestellen",
        r"(?:aus dem verteiler )?austragen",
        r"keine (?:weiteren )?<MAILS>",
        r"e-?mail-(?:einstellungen|präferenzen)",
    ),
    not_meant=(
        r"(?:vom|von der|von dem|von unserem|von unserer|zum|zur|für) (?:\w+ ){0,2}?<EVENT>(?: \w+){0,4}? "
        r"ab(?:zu)?meld\w*",
        r"ab(?:zu)?meld\w* (?:\w+ ){0,2}?(?:vom|von|zum|zur|für) (?:\w+ ){0,2}?<EVENT>",
    ),
    url_words=("abmelden", "abmeldung", "abbestellen", "austragen"),
)

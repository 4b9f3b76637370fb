"""The forms of postal addresses: what a street, a postal box and a place with its postcode look like, by country.

Written after the addressing guides of the national posts: USPS Publication 28, Canada Post's Addressing Guidelines,
Royal Mail's PAF, DIN 5008, NF Z 10-011, NEN 5825 and Australia Post's Addressing Standards.
"""

from __future__ import annotations

from typing import NamedTuple

_BREAK = r"[ \t]*(?:[,;|·•/–—-]|\n)[ \t\n]*"
"""What stands between the parts of an address: a line's end, or a sign in its place."""

_GAP = r"[\s,;|·•–—-]+"
_END = r"(?=[ \t]*(?:$|[\n,;|·•(.–—-]))"

_US_STATES = (
    "AL|AK|AS|AZ|AR|CA|CO|CT|DE|DC|FL|FM|GA|GU|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MH|MI|MN|MS|MO|MP|MT|NE|NV|NH|NJ|NM|NY"
    "|NC|ND|OH|OK|OR|PA|PR|PW|RI|SC|SD|TN|TX|UT|VT|VA|VI|WA|WV|WI|WY|Alabama|Alaska|Arizona|Arkansas|California"
    "|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine"
    "|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey"
    "|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Puerto Rico|Rhode Island"
    "|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming"
)
_AU_STATES = (
    "NSW|VIC|QLD|WA|SA|TAS|ACT|NT|New South Wales|Victoria|Queensland|Western Australia|South Australia|Tasmania"
    "|Australian Capital Territory|Northern Territory"
)
_TOWN = (
    r"[A-ZÀ-ÖØ-Þ'’][\w'’.()/-]+(?:[ -](?:am|an|der|den|im|bei|sur|sous|aan|op|de|la|le|les|[A-ZÀ-ÖØ-Þ(][\w.')-]+)){0,4}"
)

BOX = (
    r"\b(?i:P\.?[ ]?O\.?[ ]?Box|Post(?:al)? Office Box|GPO Box|Locked Bag|Private (?:Mail )?Bag|PMB|Postfach|Postbus"
    r"|Case postale|Casella postale|Apartado(?: de correos)?|Postboks|Skrytka pocztowa)[ ]?(?:no\.?[ ]?)?\d"
    r"|\b(?:BP|B\.P\.|CS)[ ]?\d{1,6}\b"
)
"""A postal box; the FTC takes one for an address too (16 CFR 316.2(p))."""

_ENGLISH_KINDS = (
    r"(?i:street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|lane|ln|court|ct|way|parkway|pkwy|plaza|square|sq|place"
    r"|pl|terrace|terr|circle|cir|highway|hwy|broadway|row|quay|quays|crescent|cres|close|gardens|mews|hill|walk|wharf"
    r"|yard|gate|grove|green|rise|parade|esplanade|loop|trail|alley|pike|turnpike|freeway|embarcadero|centre|center)"
)
_NUMBER = (
    r"(?:\d{1,6}[A-Za-z]?(?:[-/]\d{1,5}[A-Za-z]?)?|[NSEW]\d{2,6}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
)
_ENGLISH = (
    # A number and capitalised words up to a comma or the line's end: "1 Infinite Loop,".
    rf"(?<![\w.]){_NUMBER}[ ]+(?:[A-Z0-9][\w.'’&-]*[ ]+(?:(?:of|the|de|del|la|le)[ ]+)?){{0,5}}[A-Z0-9][\w.'’&-]*"
    r"(?=[ ]*[,\n|·•#(])"
    rf"|(?<![\w.]){_NUMBER}[ ]+(?:[\w.'’&-]+[ ]+){{1,4}}?{_ENGLISH_KINDS}\b"
)
_BRITISH = (
    rf"\b(?:[A-Z][\w.'’&-]*[ ]+){{1,3}}{_ENGLISH_KINDS}\b"
    r"|\b(?:[A-Z][\w.'’&-]*[ ]+){1,3}(?:House|Building|Buildings|Tower|Park|Works|Mill|Hall|Quays|Court|Estate)\b"
    r"|\b(?:Flat|Studio|Unit|Suite|Floor)[ ]\w+"
)
_FRENCH_KINDS = (
    r"(?i:rue|avenue|av\.|boulevard|bd\.?|boul\.|place|quai|chemin|all[ée]e|impasse|route|cours|passage|square"
    r"|esplanade|parvis|rond-point|faubourg|voie|sentier|villa|cit[ée]|promenade|mont[ée]e|mail|parc|zone)"
)
_FRENCH = (
    rf"(?<!\w)\d{{1,5}}(?:[ ]?(?:bis|ter|quater|[A-D]))?,?[ ]+{_FRENCH_KINDS}(?!\w)[ ]+[\w'’]"
    rf"|\b{_FRENCH_KINDS}[ ]+(?:de[ ]+|du[ ]+|des[ ]+|la[ ]+|d['’])*[A-ZÀ-Ý]"
)
_HOUSE = r"\d{1,5}[ ]?[a-zA-Z]?(?:[ ]?[-/+–][ ]?\d{1,4}(?!\d)[ ]?[a-z]?)?(?:[-/][A-Za-z0-9]{1,4})?"
_GERMAN = (
    r"\b[\w.'’-]*(?i:stra(?:ß|ss)e|str\.?|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|graben|markt|hof"
    rf"|promenade|kai|wall|twiete|stieg|zeile|anger)[ ]*{_HOUSE}"
    rf"|\b(?i:straße|strasse|platz|allee)[ ](?:der|des)[ ][\w. ]{{3,30}}[ ]{_HOUSE}"
    r"|\b(?:Am|An|Auf|Im|In|Unter|Zum|Zur|Bei|Beim|Hinter|Vor|Alte|Alter|Neue|Neuer|Große|Großer|Kleine)[ ]"
    rf"(?:(?:der|den|dem)[ ])?(?:[A-ZÄÖÜ][\w'’.-]+[ ]){{1,3}}{_HOUSE}"
    r"|\b[A-Z]\d{1,2},[ ]\d{1,3}"
)
_NAME_AND_NUMBER = (
    r"(?:^|(?<=[\n,|·•;]))[ ]*(?!(?:Version|Kapitel|Seite|Ausgabe|Band|Team|Platz|Jahr|Halle|Raum|Zimmer|Stand|Teil"
    r"|Woche|Week|Level|Page|Hall|Room|Booth|Budget|Punkt|Stufe|Folge|Artikel|Kanaal|Pallet|Model|Modell)\b)"
    rf"(?:[A-ZÀ-Þ'’][\w.'’-]+[ ])(?:[\w.'’-]+[ ]){{0,4}}{_HOUSE}(?={_BREAK}(?:[A-Z]{{1,2}}[- ])?\d)"
)
"""A name and a house number on a line of their own, right before the postcode: Domkloster 4."""

_NORTHERN = (
    rf"\b[\w.'’-]*(?:laan|straat|gracht|kade|plein|singel|dreef|dijk|weg|gatan|gata|gate|gaten|gade|vej|vägen|veien|torg"
    rf"|tie|katu|alléen)[ ]+{_HOUSE}"
)
_SOUTHERN = (
    r"\b(?:Via|Viale|Piazza|Piazzale|Corso|Largo|Strada|Calle|C/|Avenida|Avda\.?|Paseo|Plaza|Rambla|Gran Vía|Rua|Av\."
    r"|Praça|ul\.|al\.|pl\.|ulica|aleja|plac|Aleje|Al\.|Ul\.)[ ]?[\w.'’ ]{2,40}?,?[ ]+(?:n\.?[ºo°]?[ ]?)?\d{1,4}"
)


class PostalForm(NamedTuple):
    """Patterns of the addresses of a country.

    `place` is the town with its postcode, `street` what has to stand before it, `gap` how many characters may stand
    between them at most. Both heed case.
    """

    place: str
    street: str
    gap: int = 90


FORMS = (
    # United States: Boston, MA 02110
    PostalForm(
        rf"(?<!\w)(?:{_US_STATES})\.?{_GAP}(?:(?:USA?|United States){_GAP})?\d{{5}}(?:-\d{{4}})?(?![\w-])",
        rf"{_ENGLISH}|{BOX}",
    ),
    PostalForm(
        rf"(?i:(?<!\w)(?:{_US_STATES})\.?{_GAP}\d{{5}}(?:-\d{{4}})?(?![\w-]))",
        rf"(?<![\w.])\d{{1,6}}[ ]+(?:[\w.'’-]+[ ]+){{1,4}}?{_ENGLISH_KINDS}\b",
    ),
    # Canada: Toronto, ON M5X 1C7
    PostalForm(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d(?![\w-])", rf"{_ENGLISH}|{_FRENCH}|{BOX}"),
    # United Kingdom: London SW1A 2AA
    PostalForm(r"\b[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}(?![\w-])", rf"{_ENGLISH}|{_BRITISH}|{BOX}"),
    # Ireland: Dublin D02 X285
    PostalForm(r"\b[A-Z]\d[\dW][ ]?[A-Z\d]{4}(?![\w-])", rf"{_ENGLISH}|{_BRITISH}"),
    # Australia: Sydney NSW 2000
    PostalForm(rf"(?<!\w)(?:{_AU_STATES}){_GAP}\d{{4}}(?![\w-])", rf"{_ENGLISH}|{BOX}"),
    # Netherlands: 1016 BR Amsterdam
    PostalForm(
        r"(?<!\d)(?!(?:19|20)\d\d[ ]?(?:US|EU|UK|NL|DE|FR)\b)(?:NL-)?[1-9]\d{3}[ ]?[A-Z]{2}" + rf"{_GAP}{_TOWN}{_END}",
        rf"{_NORTHERN}|{_NAME_AND_NUMBER}|{BOX}",
        40,
    ),
    # Germany: 10115 Berlin; hardly a German postcode ends in 000, but round numbers do
    PostalForm(
        rf"(?<![\d.,])(?:DE?[- ])?\d{{2}}(?!000)\d{{3}}[ ]{_TOWN}{_END}",
        rf"{_GERMAN}|{_NAME_AND_NUMBER}|{BOX}",
        40,
    ),
    # France, Italy, Spain, Finland
    PostalForm(
        rf"(?<![\d.,])(?:(?:FR?|I|IT|E|ES|FI|FIN)-)?\d{{5}}[ ]+{_TOWN}",
        rf"{_FRENCH}|{_SOUTHERN}|{_NORTHERN}|{BOX}",
    ),
    # Austria, Switzerland, Belgium, Denmark, Norway
    PostalForm(
        rf"(?<![\d.,])(?:(?:CH|A|AT|B|BE|L|DK|N|NO)-)?\d{{4}}[ ]{_TOWN}{_END}",
        rf"{_GERMAN}|{_NORTHERN}|{_FRENCH}|{BOX}",
        40,
    ),
    # Sweden, Poland, Portugal
    PostalForm(rf"(?<!\d)(?:SE?-)?\d{{3}}[ ]\d{{2}}[ ]{_TOWN}{_END}", rf"{_NORTHERN}|{BOX}", 40),
    PostalForm(rf"(?<!\d)(?:\d{{2}}-\d{{3}}|\d{{4}}-\d{{3}})[ ]{_TOWN}", rf"{_SOUTHERN}|{BOX}", 60),
    # Japan: the postcode comes first
    PostalForm(r"〒[ ]?\d{3}-\d{4}", r"", 0),
)
"""The catalogue's seven countries, and the others whose languages it knows."""

ADDRESS_TAGS = (
    r"\*\|(?:HTML:)?LIST[_:]ADDRESS[^|\n]*\|\*",  # Mailchimp
    r"%%account_address%%|\{\{\{?Organization\.Address\}?\}\}",  # Pardot
    r"%%member_addr%%",  # Salesforce Marketing Cloud
    r"%SENDER-INFO(?:-SINGLELINE)?%",  # ActiveCampaign
    r"\{\{\s*site_settings\.company_(?:street_)?address\w*",  # HubSpot
    r"\{\{\s*organization\.(?:full_)?address",  # Klaviyo
    r"\{!Organization\.(?:Street|Address)\}",  # Salesforce
    r"\{\{\{?\s*Sender_Address|\[Sender_Address\]",  # SendGrid
    r"(?:\{\{\{?|\*\||%%|\[)\s*(?:sender|my|our|account|business|office|footer|list)?[_. ]?"
    r"(?:physical|postal|mailing|business|office|street)[_ ]?address",  # the tools' own tags and a user's
)
"""Patterns: merge tags for which the sending tool inserts the sender's postal address; case does not matter."""

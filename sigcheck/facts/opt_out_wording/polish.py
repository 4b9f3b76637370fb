"""The Polish wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

WORDING = OptOutWording(
    mails=r"(?:wiadomości|e-?maili|maili|newslettera|korespondencji)\b",
    event=r"(?:wydarzeni|webinar|seminari|śniadani|szkoleni|konferencj|warsztat)\w*",
    wish=(
        r"wypisa\w+|wypisz\b",
        r"(?:zrezygnowa|rezygnowa|rezygnacj)\w* z (?:\w+ ){0,2}?(?:subskrypcji|otrzymywania|mailingu|<MAILS>)",
        r"anulowa\w* subskrypcj\w+",
        r"nie (?:chc|życz)\w*(?: \w+){0,4}? (?:otrzymywa|dostawa|kontakt|słyszeć|<MAILS>)\w*",
        r"nie (?:chc|życz)\w*(?: \w+){0,3}? żebym (?:\w+ ){0,2}?(?:pisa|kontaktowa)",
        r"(?:woli|wolał)\w*(?: \w+){0,4}? nie (?:otrzymywa|dostawa|słyszeć)\w*",
    ),
    say=(
        r"(?:daj|dać|dajcie)(?: \w+){0,2}? znać",
        r"(?:proszę|wystarczy|odpisz|odpowiedz|odpowiedzieć|napisz|napisać|kliknij|kliknąć|wyślij|poinformuj)\w*",
        r"(?:tutaj|tu)\b",
    ),
    promise=(
        r"nie (?:będę|będziemy)(?: \w+){0,3}? (?:pisa|kontaktowa|przeszkadza|wysyła|niepokoi)\w*",
        r"więcej nie (?:napisz|będ|wyśl|skontaktuj)\w*",
        r"nie (?:napiszę|wyślę|napiszemy|wyślemy)(?: \w+){0,3}? (?:więcej|ponownie|już)",
        r"usun\w+ (?:pana|panią|cię|państwa|twój|pański|ten)(?: \w+){0,3}? (?:list|baz)\w*",
        r"przestan\w+ (?:pisa|wysyła)\w*",
    ),
    keywords=("stop", "rezygnuję", "wypisz", "wypisz mnie", "usuń", "nie dziękuję", "nie, dziękuję"),
    link=(
        r"wypisz\b|wypisa\w+",
        r"(?:rezygn|zrezygnuj)\w*(?: z)?",
        r"anuluj subskrypcj\w+",
        r"nie chcę (?:otrzymywać|więcej)",
        r"preferencje (?:e-?mail|komunikacji|subskrypcji)",
    ),
    not_meant=(r"(?:wypis|rezygn|zrezygn)\w*(?: \w+){0,3}? <EVENT>",),
    url_words=("wypisz", "wypisz sie", "rezygnacja"),
)

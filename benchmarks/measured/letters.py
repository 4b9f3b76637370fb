"""A short letter in each language, to hold the text that is measured."""

from __future__ import annotations

from typing import NamedTuple


class Letter(NamedTuple):
    """The parts of a letter as a person writes it; `opening` holds a merge tag of the reader's name."""

    subject: str
    opening: str
    body: str
    close: str


LETTERS = {
    "en": Letter(
        "Your pallet count",
        "Hi {{first_name}},",
        "I looked after the move of a warehouse much like yours last spring, and a question came up.",
        "Best regards,",
    ),
    "de": Letter(
        "Ihre Palettenzählung",
        "Guten Tag Frau {{last_name}},",
        "im Frühjahr habe ich den Umzug eines Lagers begleitet, das Ihrem sehr ähnlich ist, und dabei kam eine Frage auf.",
        "Viele Grüße",
    ),
    "fr": Letter(
        "Vos palettes",
        "Bonjour {{first_name}},",
        "Au printemps, j'ai accompagné le déménagement d'un entrepôt très semblable au vôtre, et une question est apparue.",
        "Cordialement,",
    ),
    "es": Letter(
        "Sus palés",
        "Hola, {{first_name}}:",
        "En primavera acompañé el traslado de un almacén muy parecido al suyo y me surgió una pregunta.",
        "Un saludo,",
    ),
    "pt": Letter(
        "As suas paletes",
        "Olá {{first_name}},",
        "Na primavera acompanhei a mudança de um armazém muito parecido com o seu e surgiu uma pergunta.",
        "Cumprimentos,",
    ),
    "it": Letter(
        "I suoi pallet",
        "Buongiorno {{first_name}},",
        "In primavera ho seguito il trasloco di un magazzino molto simile al suo ed è nata una domanda.",
        "Cordiali saluti,",
    ),
    "nl": Letter(
        "Uw pallets",
        "Beste {{first_name}},",
        "In het voorjaar heb ik de verhuizing van een magazijn begeleid dat veel op het uwe lijkt, en er kwam een vraag op.",
        "Met vriendelijke groet,",
    ),
    "sv": Letter(
        "Era pallar",
        "Hej {{first_name}},",
        "I våras hjälpte jag till med flytten av ett lager som är mycket likt ert, och då dök en fråga upp.",
        "Med vänliga hälsningar",
    ),
    "da": Letter(
        "Jeres paller",
        "Hej {{first_name}},",
        "I foråret hjalp jeg med at flytte et lager, der ligner jeres meget, og så dukkede et spørgsmål op.",
        "Med venlig hilsen",
    ),
    "nb": Letter(
        "Pallene deres",
        "Hei {{first_name}},",
        "I vår hjalp jeg til med å flytte et lager som ligner mye på deres, og da dukket det opp et spørsmål.",
        "Med vennlig hilsen",
    ),
    "fi": Letter(
        "Kuormalavanne",
        "Hei {{first_name}},",
        "Keväällä autoin muuttamaan varastoa, joka on hyvin samanlainen kuin teidän, ja siitä heräsi kysymys.",
        "Ystävällisin terveisin",
    ),
    "pl": Letter(
        "Państwa palety",
        "Dzień dobry {{first_name}},",
        "Wiosną pomagałam przy przeprowadzce magazynu bardzo podobnego do Państwa magazynu i nasunęło mi się pytanie.",
        "Z poważaniem",
    ),
    "ja": Letter(
        "パレットの件",
        "{{last_name}}様",
        "この春、御社とよく似た倉庫の移転をお手伝いした際に、ひとつ疑問が生まれました。",
        "よろしくお願いいたします。",
    ),
}

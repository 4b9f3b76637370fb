"""The Finnish wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

WORDING = OptOutWording(
    mails=r"(?:viest|sähköpost|meile|posti|uutiskirj|yhteydenot)\w*",
    event=r"(?:tapahtum|webinaari|seminaari|aamiai|kurssi|konferenssi|ilmoittautumi|koulutu)\w*",
    wish=(
        r"(?:et|ette|en) (?:enää |jatkossa )?halua(?: \w+){0,4}? (?:<MAILS>|kuulla|yhteyttä)",
        r"(?:et|ette) (?:enää |jatkossa )?halua(?:isi)? (?:<MAILS>|minun|meidän)",
        r"(?:perua|peruuttaa|peru|peruuta)(?: \w+){0,2}? (?:tilau\w*|<MAILS>)",
        r"(?:poistua|poistu|poistaa|poista)(?: \w+){0,3}? \w{0,12}lista\w*",
        r"lopettaa <MAILS>",
    ),
    say=(
        r"(?:kerro|kertokaa|ilmoita|ilmoittakaa|vastaa|vastatkaa|vastaamalla|kirjoita|sano|lähetä|lähettäkää)\b",
        r"(?:klikkaa|napsauta|napsauttakaa|laita viesti|laita minulle|ota yhteyttä)\b",
        r"(?:tästä|tällä linkillä)\b",
    ),
    promise=(
        r"(?:en|emme)(?: \w+){0,4}? (?:enää|uudelleen|uudestaan)\b",
        r"(?:en|emme) (?:häiritse|lähesty)\b",
        r"(?:poistan|poistamme) (?:sinut|teidät|yhteystie\w+|osoittee\w+)",
        r"(?:lopetan|lopetamme)\b",
    ),
    keywords=("stop", "lopeta", "peru", "peruuta", "poista", "ei kiitos"),
    link=(
        r"^peruuta$|(?:peruuta|peru) (?:\w+ )?(?:tilau|uutiskirj|viest|sähköpost)\w*",
        r"(?:poistu|poista)(?: \w+){0,2}? \w{0,12}lista\w*",
        r"lopeta (?:tilau|viest|sähköpost)\w*",
        r"en halua (?:enää )?<MAILS>",
    ),
    not_meant=(r"(?:peruuta|peru|perua|peruuttaa)(?: \w+){0,2}? <EVENT>",),
    url_words=("peruuta tilaus", "peru tilaus"),
)

"""The Italian wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

WORDING = OptOutWording(
    mails=r"(?:e-?mail|mail|messaggi|comunicazioni|newsletter)\b",
    event=r"(?:evento|seminario|webinar|workshop|corso|conferenza|colazione|riunione)",
    wish=(
        r"disiscri(?:v\w+|zione)",
        r"opporsi(?: [\w']+){0,4}? (?:invio|all'invio|ricezione|trattamento|uso)",
        r"(?:cancellar(?:si|ti|mi)|cancellarvi)\b",
        r"(?:cancellare|annullare) (?:l'iscrizione|la (?:sua |tua )?iscrizione)",
        r"non (?:desider|vuol|vuoi|volesse|preferi)\w*(?: più)?(?: \w+)? ricevere (?:\w+ ){0,4}?<MAILS>",
        r"non ricevere più (?:\w+ ){0,3}?<MAILS>",
        r"non (?:desider|vuol|vuoi|volesse|preferi)\w*(?: più)? (?:essere|venire) (?:più )?(?:ri)?contattat",
        r"non (?:desider|vuol|vuoi|volesse)\w*(?: più)? (?:avere|ricevere) (?:più )?(?:mie|nostre) notizie",
        r"(?:preferi\w+|non (?:vuol|desider)\w*) che (?:io |noi )?(?:non )?(?:la|ti|le|vi) "
        r"(?:scriv|contatt|disturb)",
        r"preferi\w+ non (?:essere|venire) (?:più )?(?:ri)?contattat",
        r"(?:smettere di|non) ricevere (?:\w+ ){0,3}?<MAILS>",
    ),
    say=(
        r"mi (?:faccia|dica|scriva|risponda|avvisi|mandi)",
        r"me lo (?:dica|dici|faccia|scriva)|lo (?:dica|faccia)",
        r"(?:fammi|fatemi|dimmi|scrivimi|scrivi|scriva|scrivendo|rispond\w+|invii?|contattami|clicc\w+)\b",
        r"(?:faccia|fai) clic|(?:basta|è sufficiente)\b",
        r"qui\b",
    ),
    promise=(
        r"non (?:la|ti|le|vi) (?:scriver|contatter|disturber|invier|mander|importuner|ricontatter)\w+",
        r"(?:la|ti|vi) (?:tolg|togli|cancell|rimuov|elimin)\w+ (?:dalla|dalle|da) (?:mia |nostra |questa )?list",
        r"smett\w+ di (?:scriver|contatt|disturb)",
    ),
    keywords=("stop", "cancellami", "rimuovi", "disiscrivi", "disiscrivimi", "no grazie", "no, grazie"),
    link=(
        r"disiscri\w+",
        r"cancella(?:ti|mi|rsi|zione)\b",
        r"(?:cancella|annulla) (?:l'|la )?(?:mia )?iscrizione",
        r"non ricevere più",
        r"preferenze (?:e-?mail|di comunicazione)",
    ),
    not_meant=(r"(?:disiscri|cancell|annull)\w*(?: [\w']+){0,3}?[ ']<EVENT>",),
    url_words=("disiscrizione", "disiscriviti", "disiscrivi", "cancella iscrizione"),
)

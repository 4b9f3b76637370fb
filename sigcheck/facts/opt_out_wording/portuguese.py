"""The Portuguese wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

WORDING = OptOutWording(
    mails=r"(?:e-?mails?|mensagens|mensagem|comunicações|comunicados|newsletters?|contactos?|contatos?)\b",
    event=r"(?:evento|seminário|webinar|oficina|workshop|curso|conferência|reunião)",
    wish=(
        r"(?:cancelar|anular) (?:a |o )?(?:sua |seu |tua )?(?:inscrição|subscrição|assinatura)",
        r"(?:descadastr|desinscrev)\w+",
        r"não (?:dese|quer|quis|queir|pretend|gostar)\w*(?: \w+){0,3}? (?:receb\w+|mais) (?:\w+ ){0,3}?<MAILS>",
        r"não (?:dese|quer|quis|queir|pretend|gostar)\w*(?: \w+){0,2}? ser (?:mais )?conta[c]?tad",
        r"não (?:dese|quer|quis|queir|pretend|gostar)\w* que (?:\w+ ){0,4}?(?:escrev|conta[c]?t|envi)",
        r"(?:prefer|prefir)\w+ (?:que )?(?:\w+ )?não(?: \w+){0,3}? (?:escrev|conta[c]?t|receb)",
        r"(?:deixar|parar) de receber (?:\w+ ){0,3}?<MAILS>",
        r"remov(?:er|ido|ida)(?: \w+){0,3}? d(?:a|esta) (?:minha |nossa )?lista",
    ),
    say=(
        r"(?:diga|dize|avise|informe|responda|responde|respondendo|responder|escreva|envie|mande|clique|contacte)\w*",
        r"me (?:diga|avise|informe|escreva|responda)",
        r"(?:basta|é só)\b",
        r"aqui\b",
    ),
    promise=(
        r"não (?:(?:lhe|te|o|a|vou|irei|voltarei a|voltaremos a|volto a) ){1,2}"
        r"(?:escrev|conta[c]?t|incomod|envi|mand|perturb)\w*",
        r"(?:remov|retir|tir|elimin|apag)\w+(?:-o|-a)?(?: \w+){0,4}? d(?:a|e|esta) (?:minha |nossa )?lista",
        r"(?:paro|pararei|deixo|deixarei) de (?:lhe |te )?(?:escrev|conta[c]?t|incomod|envi)",
    ),
    keywords=("stop", "sair", "parar", "remover", "cancelar", "descadastrar", "não obrigado", "não, obrigado"),
    link=(
        r"(?:descadastr|desinscrev)\w+",
        r"(?:cancelar|anular) (?:a |o )?(?:minha |sua |meu )?(?:inscri|subscri|assinatura)",
        r"remover (?:o )?(?:meu|seu) e-?mail",
        r"deixar de receber",
        r"preferências de (?:e-?mail|comunicação|contacto|contato)",
    ),
    not_meant=(r"(?:cancelar|anular)(?: \w+){0,4}? <EVENT>",),
    url_words=("descadastrar", "descadastro", "cancelar inscricao", "cancelar subscricao"),
)

"""The Spanish wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

WORDING = OptOutWording(
    mails=r"(?:correos?|e-?mails?|mensajes?|comunicaciones|boletines|newsletters?)\b",
    event=r"(?:evento|seminario|webinar|taller|desayuno|curso|cita|conferencia|jornada|reunión)",
    wish=(
        r"(?:darse|darte|dar|causar|date|dese) de baja",
        r"(?:cancelar|anular) (?:su|tu|la|esta) suscripción",
        r"desuscrib\w+",
        r"<FIRST>(?:baja|bajas)(?= ?[:|(<])",
        r"no (?:dese|quier|quisier|prefier)\w*(?: \w+){0,2}? (?:recib\w+|más) (?:\w+ ){0,3}?<MAILS>",
        r"no (?:dese|quier|quisier|prefier)\w* (?:que|seguir|volver)(?: \w+){0,3}? (?:escrib|contact|recib|molest)",
        r"no (?:dese|quier|quisier)\w*(?: \w+){0,2}? saber (?:nada )?(?:más )?de (?:mí|nosotros)",
        r"(?:prefier\w+|preferir\w+) (?:que )?no(?: \w+){0,3}? (?:escrib|contact|recib|saber)",
        r"oponerse(?: \w+){0,3}? (?:envío|recepción|uso|tratamiento|recibir)",
        r"(?:dejar|dejemos|deje) de (?:recibir|escribirle|escribirte|enviarle|contactar\w*)",
    ),
    say=(
        r"(?:díga|dígan)\w+|dime\b|dímelo|hágamelo|házmelo|hága(?:me|nos)|hazme",
        r"(?:avís|aviséme|avise|avísa)\w*",
        r"(?:respond|respónd|contest|escríb|escriba|indíque|comuníque|contésta|respónde|envíe|envía|mánd)\w*",
        r"(?:haga|haz) clic|pulse\b|basta con",
        r"aquí\b",
    ),
    promise=(
        r"no (?:le|te|les|os|lo|la) (?:volver\w+ a )?(?:escrib|contact|molest|envi|mand)\w+",
        r"no volver\w+ a (?:escrib|contact|molest|envi|mand)\w+",
        r"(?:le|te|lo|la) (?:quit|elimin|borr|sac)\w+ de (?:mi|la|nuestra|esta) lista",
        r"dej(?:o|aré|amos|aremos) de (?:escrib|contact|molest|envi|mand)\w+",
    ),
    keywords=("stop", "baja", "darme de baja", "cancelar", "no gracias", "no, gracias"),
    link=(
        r"(?:darse|darme|darte|date|dar|causar|solicitar la|solicitar) (?:de )?baja",
        r"^baja$",
        r"(?:cancelar|anular) (?:la |mi |su |tu )?suscripci",
        r"desuscri\w+",
        r"dejar de recibir",
        r"preferencias de (?:correo|e-?mail|comunicación|suscripción)",
    ),
    not_meant=(r"(?:baja|cancelar)(?: \w+){0,3}? <EVENT>",),
    url_words=("baja", "bajas", "darse de baja", "desuscribir", "desuscribirse", "cancelar suscripcion"),
)

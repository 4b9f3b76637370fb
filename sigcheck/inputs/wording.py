"""What greetings, closings, disclaimers and quotations read like, by language: the words a text is cut by.

Collected from everyday business correspondence. Phrases are lower case; patterns (said so in their docstring) are
regular expressions. `’` is read as `'`, and `ß` as `ss`, wherever closings and disclaimers are compared.
"""

from __future__ import annotations

GREETINGS: dict[str, tuple[str, ...]] = {
    "en": (
        "hi", "hello", "hey", "hiya", "howdy", "dear", "greetings", "good morning", "good afternoon", "good evening",
        "good day", "to whom it may concern", "hi there", "hello there", "hey there",
    ),
    "de": (
        "hallo", "guten tag", "guten morgen", "guten abend", "sehr geehrte", "sehr geehrter", "sehr geehrtes", "lieber",
        "liebe", "liebes", "moin", "servus", "grüß gott", "grüss gott", "grüß dich", "grüezi", "werter", "werte",
        "geschätzte", "geschätzter", "sehr verehrte", "sehr verehrter",
    ),
    "fr": (
        "bonjour", "bonsoir", "salut", "coucou", "cher", "chère", "chers", "chères", "madame", "monsieur", "mesdames",
    ),
    "es": (
        "hola", "buenos días", "buenas tardes", "buenas noches", "buenas", "estimado", "estimada", "estimados",
        "estimadas", "querido", "querida", "queridos", "queridas", "apreciado", "apreciada", "muy señor mío",
        "muy señores míos",
    ),
    "pt": (
        "olá", "oi", "bom dia", "boa tarde", "boa noite", "prezado", "prezada", "prezados", "prezadas", "caro", "cara",
        "caros", "caras", "exmo.", "exma.", "excelentíssimo", "excelentíssima",
    ),
    "it": (
        "ciao", "buongiorno", "buonasera", "buon giorno", "buona sera", "salve", "gentile", "gentili", "gentilissimo",
        "gentilissima", "gent.mo", "gent.ma", "egregio", "egregia", "egregi", "cari", "care", "spettabile", "spett.le",
    ),
    "nl": (
        "beste", "geachte", "hoi", "hé", "dag", "goedemorgen", "goedemiddag", "goedenavond", "goedendag", "goeiemorgen",
        "goeiedag", "lieve",
    ),
    "sv": ("hej", "hej hej", "hejsan", "tjena", "kära", "käre", "bästa", "god morgon", "god dag", "god kväll"),
    "da": ("kære", "godmorgen", "goddag", "godaften", "hej med dig"),
    "no": ("hei", "hei hei", "heisann", "kjære", "god morgen", "god kveld"),
    "fi": (
        "moi", "moikka", "terve", "tervehdys", "hyvä", "hyvää päivää", "hyvää huomenta", "huomenta", "arvoisa", "rakas",
    ),
    "pl": (
        "cześć", "dzień dobry", "dobry wieczór", "witam", "witaj", "szanowny", "szanowna", "szanowni", "drogi", "droga",
        "drodzy",
    ),
    "ja": (
        "こんにちは", "お世話になっております", "いつもお世話になっております", "拝啓", "はじめまして", "初めまして",
    ),
}  # fmt: skip
"""How a greeting begins."""

HONORIFICS = ("様", "さま", "さん", "御中", "各位", "先生", "殿")
"""How a Japanese greeting ends: the name comes first."""

CLOSINGS: dict[str, tuple[str, ...]] = {
    "en": (
        "best regards", "kind regards", "warm regards", "warmest regards", "kindest regards", "with best regards",
        "with kind regards", "with warm regards", "many regards", "regards", "best", "all the best", "all best",
        "best wishes", "with best wishes", "warm wishes", "warmly", "cheers", "thanks", "many thanks", "thanks again",
        "thanks and regards", "thanks & regards", "thank you", "thanks so much", "thank you so much", "thanks a lot",
        "with thanks", "with gratitude", "thanks in advance", "sincerely", "yours sincerely", "sincerely yours",
        "yours faithfully", "yours truly", "yours", "respectfully", "respectfully yours", "cordially", "take care",
        "talk soon", "speak soon", "talk to you soon", "see you soon", "see you there", "have a great day",
        "have a great weekend", "have a great week", "have a good day", "have a good week", "have a good weekend",
        "have a great one", "have a good one", "enjoy your day", "enjoy your week", "enjoy your weekend", "onwards",
        "onward", "until soon", "with appreciation", "looking forward", "until then", "rgds", "br", "kr", "thx", "ta",
    ),
    "de": (
        "mit freundlichen grüßen", "mit freundlichem gruß", "mit freundlichen gruessen", "mit besten grüßen",
        "mit herzlichen grüßen", "mit vielen grüßen", "mit lieben grüßen", "freundliche grüße", "viele grüße",
        "viele gruesse", "beste grüße", "beste gruesse", "liebe grüße", "herzliche grüße", "schöne grüße",
        "sonnige grüße", "viele liebe grüße", "grüße", "gruß", "schönen gruß", "herzlichst", "hochachtungsvoll", "mfg",
        "vg", "lg", "bg", "hg", "vielen dank", "besten dank", "danke", "danke und viele grüße", "danke und beste grüße",
        "bis dann", "bis bald", "ihr", "ihre",
    ),
    "fr": (
        "cordialement", "bien cordialement", "très cordialement", "bien à vous", "bien à toi", "sincèrement",
        "salutations", "meilleures salutations", "sincères salutations", "salutations distinguées", "respectueusement",
        "amicalement", "à bientôt", "merci", "merci d'avance", "merci beaucoup", "bonne journée", "belle journée",
        "excellente journée", "cdlt", "cdt", "veuillez agréer", "je vous prie d'agréer", "je vous prie de croire",
    ),
    "es": (
        "saludos", "un saludo", "saludos cordiales", "cordiales saludos", "un cordial saludo",
        "reciba un cordial saludo", "atentamente", "le saluda atentamente", "cordialmente", "gracias", "muchas gracias",
        "mil gracias", "gracias de antemano", "un abrazo", "abrazos", "quedo atento", "quedo atenta", "hasta pronto",
    ),
    "pt": (
        "atenciosamente", "atentamente", "abraços", "abraço", "um abraço", "grande abraço", "obrigado", "obrigada",
        "muito obrigado", "muito obrigada", "saudações", "com os melhores cumprimentos", "melhores cumprimentos",
        "cumprimentos", "att", "at.te", "grato", "grata", "até breve", "até logo",
    ),
    "it": (
        "cordiali saluti", "distinti saluti", "i più cordiali saluti", "saluti", "un saluto", "un caro saluto",
        "un cordiale saluto", "con i migliori saluti", "i migliori saluti", "a presto", "grazie", "grazie mille",
        "grazie e saluti", "buona giornata", "cordialità",
    ),
    "nl": (
        "met vriendelijke groet", "met vriendelijke groeten", "met hartelijke groet", "met hartelijke groeten",
        "vriendelijke groet", "vriendelijke groeten", "hartelijke groet", "hartelijke groeten", "groet", "groeten",
        "groetjes", "veel groeten", "hoogachtend", "mvg", "bedankt", "alvast bedankt", "dank je wel", "tot snel",
    ),
    "sv": (
        "med vänlig hälsning", "med vänliga hälsningar", "vänlig hälsning", "vänliga hälsningar", "bästa hälsningar",
        "varma hälsningar", "hälsningar", "hälsning", "vänligen", "mvh", "tack", "tack på förhand", "allt gott",
        "ha det bra",
    ),
    "da": (
        "med venlig hilsen", "med venlige hilsner", "venlig hilsen", "venlige hilsner", "mange hilsner",
        "bedste hilsner", "kærlig hilsen", "hilsen", "hilsner", "vh", "tak", "mange tak", "på forhånd tak",
        "de bedste hilsner",
    ),
    "no": (
        "med vennlig hilsen", "med vennlige hilsener", "vennlig hilsen", "beste hilsen", "beste hilsener", "takk",
        "tusen takk", "på forhånd takk", "ha en fin dag",
    ),
    "fi": (
        "ystävällisin terveisin", "parhain terveisin", "terveisin", "terveiset", "lämpimin terveisin", "yst. terv",
        "terv", "kiitos", "kiitos etukäteen", "kiittäen", "kunnioittavasti", "kunnioittaen",
    ),
    "pl": (
        "pozdrawiam", "serdecznie pozdrawiam", "pozdrawiam serdecznie", "z poważaniem", "pozdrowienia",
        "z pozdrowieniami", "łączę pozdrowienia", "z wyrazami szacunku", "serdeczności", "dziękuję", "z góry dziękuję",
        "miłego dnia",
    ),
    "ja": ("よろしくお願い", "宜しくお願い", "敬具", "草々"),
}  # fmt: skip
"""How a letter is closed, on a line of its own or before a name; in Japanese, within a short line."""

POSTSCRIPT = r"(?:p\.?\s?s\.?|p\.?\s?d\.?|n\.?\s?b\.?|ps\s?\d|p\.p\.s\.?|pps|追伸)(?=[\s:.,–—-]|[^\x00-\x7f])"
"""Pattern: how a postscript begins (PD in Spanish, 追伸 in Japanese)."""

DISCLAIMERS: dict[str, tuple[str, ...]] = {
    "en": (
        r"unsubscrib", r"\bunsub\b", r"\bopt(?:ing|ed)?[\s-]?out\b", r"no longer (?:wish|want)",
        r"(?:rather|prefer) not (?:to )?(?:hear|receive|get)",
        r"(?:don't|do not) (?:want|wish) to (?:hear|receive|get)", r"stop receiving",
        r"(?:remove|take) (?:you|me) (?:from|off)", r"be removed from",
        r"(?:manage|update|change) (?:your|my|email|subscription)[\w ]{0,20} preferences", r"\bemail preferences",
        r"subscription preferences", r"how you receive these emails", r"mailing list\b",
        r"why (?:am i|did i) (?:getting|get|receive)", r"you(?:'re| are) receiving this",
        r"you(?:'ve| have)? (?:been sent|received) this", r"this (?:e-?mail|message) (?:was|is) sent",
        r"this (?:e-?mail|message)[\w ,()]{0,60} (?:is|are|may be|contains?)[\w ]{0,30} (?:confidential|intended)",
        r"\bintended (?:recipient|solely|only)", r"received (?:it|this[\w -]{0,20}) in error",
        r"\bregistered (?:office|address|in england)", r"\bcompany (?:number|no\b|registration)",
        r"\bprivacy (?:policy|notice|statement)", r"all rights reserved", r"(?:copyright|\(c\)) ?©? ?\d{4}",
        r"©\s?\d{4}", r"our (?:mailing|postal) address", r"\badvertisement\b", r"legal notice", r"^disclaimer\b",
        r"^confidentiality", r"consider the environment", r"\bsent to .{1,120} by ", r"\bvat (?:no|number|id)\b",
    ),
    "de": (
        r"abmelde", r"abbestell", r"\baustragen\b",
        r"(?:keine|nicht mehr)[\w -]{0,40}(?:e-?mails|mails|nachrichten|erhalten|empfangen)",
        r"nicht (?:mehr|weiter) (?:angeschrieben|kontaktiert)", r"\bwiderspr(?:echen|uch)", r"\bsitz der gesellschaft",
        r"\bhr[ab]\s?(?:-?nr\.?\s?)?\d", r"handelsregister", r"geschäftsführe(?:r|rin|rung)\s?:", r"\bust-?id",
        r"amtsgericht", r"vorstand\s?:", r"aufsichtsrat", r"datenschutz(?:erklärung|hinweis)", r"impressum",
        r"vertraulich", r"sie erhalten diese", r"nicht der richtige adressat",
    ),
    "fr": (
        r"d[ée]sinscri", r"d[ée]sabonn", r"ne (?:plus|souhaitez plus)[\w' ]{0,40}(?:recevoir|e-?mails?|messages?)",
        r"souhaitez (?:plus|ne plus)", r"confidenti", r"politique de confidentialité", r"si[èe]ge social", r"\brcs\s",
        r"\bsiret\b", r"vous recevez ce", r"mentions légales", r"données personnelles",
    ),
    "es": (
        r"darse? de baja", r"darte de baja", r"\bdesuscri", r"cancelar (?:la|su|tu) suscripci",
        r"(?:no desea|no quiere|no deseas|no quieres)[\w ]{0,30}(?:recibir|más)", r"dejar de recibir", r"confidencial",
        r"pol[íi]tica de privacidad", r"aviso legal", r"domicilio social", r"protecci[óo]n de datos",
        r"ha recibido este", r"recibes? este (?:correo|mensaje|email)",
    ),
    "pt": (
        r"cancelar (?:a|sua|tua) (?:inscrição|subscrição|assinatura)", r"descadastr", r"deixar de receber",
        r"remover (?:a )?(?:subscrição|inscrição)", r"não (?:deseja|quer|desejar|quiser)[\w ]{0,30}(?:receber|mais)",
        r"política de privacidade", r"sede social", r"aviso legal",
        r"(?:está a receber|recebeu|está recebendo) est[ea]",
    ),
    "it": (
        r"disiscri", r"cancellar(?:si|ti) ", r"annulla(?:re)? l'iscrizione",
        r"non (?:desidera|desideri|vuole|vuoi)[\w ]{0,30}(?:ricevere|più)", r"riservat[oe] e confidenzial",
        r"informativa (?:sulla )?privacy", r"sede legale", r"partita iva", r"\bp\.\s?iva\b",
        r"(?:ricevi|riceve|ricevuto) quest[ao]",
    ),
    "nl": (
        r"afmeld", r"uitschrijv", r"(?:geen|niet meer)[\w -]{0,30}(?:e-?mails|mails|berichten|ontvangen)",
        r"vertrouwelijk", r"privacyverklaring", r"\bkvk\b", r"statutair", r"u ontvangt (?:deze|dit)",
        r"je ontvangt (?:deze|dit)",
    ),
    "sv": (
        r"avregistrer", r"avprenumer", r"avsluta (?:din )?prenumeration",
        r"(?:inte|inga)[\w -]{0,30}(?:fler|längre)[\w -]{0,30}(?:mejl|mail|e-post|utskick)", r"konfidentiell",
        r"integritetspolicy", r"org\.?\s?-?nr", r"du får (?:det här|detta)",
    ),
    "da": (
        r"afmeld", r"frameld", r"(?:ikke|ingen)[\w -]{0,30}(?:flere|længere)[\w -]{0,30}(?:mails|e-mails|modtage)",
        r"fortrolig", r"privatlivspolitik", r"\bcvr\b", r"du modtager denne",
    ),
    "no": (
        r"meld(?:e)? (?:deg )?av\b", r"avmeld",
        r"(?:ikke|ingen)[\w -]{0,30}(?:flere|lenger)[\w -]{0,30}(?:e-poster|motta)", r"konfidensiell",
        r"personvernerklæring", r"\borg\.?\s?nr", r"du mottar denne",
    ),
    "fi": (
        r"peruuta? tilau", r"peru tilau", r"poistu (?:posti)?listalta", r"(?:et|en) (?:enää )?halua",
        r"luottamuksellinen", r"tietosuojaseloste", r"y-tunnus", r"saat tämän",
    ),
    "pl": (
        r"wypisa[ćc]", r"wypisz", r"rezygn(?:acja|ować|uj)", r"nie chcesz (?:już )?(?:więcej )?otrzymywać",
        r"otrzymywać (?:więcej )?(?:wiadomości|e-?maili)", r"poufn", r"polityk[aąi] prywatności", r"\bkrs\b",
        r"\bnip\b", r"\bregon\b", r"otrzymujesz t[ęe]",
    ),
    "ja": (
        r"配信停止", r"配信解除", r"購読解除", r"登録解除", r"退会", r"オプトアウト", r"今後.{0,20}不要", r"個人情報",
        r"機密", r"特定電子メール法",
    ),
}  # fmt: skip
"""Patterns, in lower case: legal and opt-out prose, found anywhere in a paragraph."""

POSTAL_ADDRESSES = (
    r"\b[A-Z]{2}[ ,]+\d{5}(?:-\d{4})?\b",  # US: MA 02110
    r"\b[A-Z]{2},? [A-Z]\d[A-Z] ?\d[A-Z]\d\b",  # Canada: ON M5V 2T6
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b",  # United Kingdom: SW1A 1AA
    r"\b(?:[A-Z]{1,2}-)?\d{4,5} [A-ZÄÖÜÉÈÅØ][\w'-]{2,}",  # Germany, France, Italy, Spain, Scandinavia: 10115 Berlin
    r"\b\d{4} ?[A-Z]{2}\b",  # Netherlands: 1012 AB
    r"\b\d{3} \d{2} [A-ZÄÖÅ]\w+",  # Sweden: 111 22 Stockholm
    r"\b\d{2}-\d{3} [A-ZĄĆĘŁŃÓŚŹŻ]\w+",  # Poland: 00-001 Warszawa
    r"〒\s?\d{3}-\d{4}",  # Japan
)
"""Patterns: what a line of a postal address holds, case kept."""

ATTRIBUTIONS = (
    r"on .{5,200} wrote:",
    r"am .{5,200} schrieb .{1,100}:",
    r"le .{5,200} a écrit\s?:",
    r"el .{5,200} escribi[óo]:",
    r"em .{5,200} escreveu:",
    r"il .{5,200} ha scritto:",
    r"op .{5,200} (?:schreef|heeft) .{1,200}:",
    r"(?:den|på|tors?|fre|lör|sön|mån|tis|ons) .{5,200} skrev .{1,100}:",
    r"den .{5,200} skrev:",
    r".{5,200} kirjoitti:",
    r".{5,200} (?:napisała?|pisze)(?:\(a\))?:",
    r"\d{4}年.{3,200}[:：]",
)
"""Patterns: a whole line that says who wrote the text below; a date is in it."""

FORWARD_MARKERS = (
    r"[-_*]{2,}\s*(?:original|urspr|weitergeleitet|forwarded|message (?:d'origine|transféré)"
    r"|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)|messaggio (?:originale|inoltrato)"
    r"|oorspronkelijk|doorgestuurd|vidarebefordrat|oprindelig|videresendt|opprinnelig|alkuperäinen|välitetty"
    r"|wiadomość oryginalna|przekazana|元のメッセージ|転送)[^-_*\n]{0,60}[-_*]{2,}",
    r"begin forwarded message\s?:",
    r"anfang der weitergeleiteten nachricht\s?:",
    r"début du message (?:réexpédié|transféré)\s?:",
    r"inicio del mensaje reenviado\s?:",
    r"inizio messaggio inoltrato\s?:",
)
"""Patterns: a whole line that says that another message follows."""

FROM_LABELS = r"from|von|de|da|van|från|fra|lähettäjä|od|差出人|送信者"
"""Pattern: name of the field for the author in the header block that mail clients put above a quoted message."""

SENT_LABELS = (
    r"sent|date|gesendet|datum|envoyé|enviado|enviada em|fecha|data|inviato|verzonden|skickat|sendt|dato|lähetetty"
    r"|päivämäärä|wysłano|送信日時|日付"
)
"""Pattern: name of the field for the time there."""

SUBJECT_LABELS = r"subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|件名"
"""Pattern: name of the field for the subject there."""

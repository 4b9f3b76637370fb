"""What the subjects of newsletters and promotions say, and those of personal mails do not, by language.

Collected by hand from everyday advertising. A word that people also write to each other ("free", "offer", "webinar")
stands here only together with the words that make it an announcement.
"""

from __future__ import annotations

from collections.abc import Mapping

OFFERED = (
    r"(?:trials?|demos?|webinars?|shipping|delivery|e-?books?|guides?|white ?papers?|reports?|consultations?|gifts?|"
    r"downloads?|access|tickets?|samples?|audits?|assessments?|workshops?|seminars?|events?|courses?|training|"
    r"templates?|toolkits?|tools?|seats?|checklists?|upgrades?|months?|passes|bonus|stuff|forever|inside)"
)
"""What is free where "free" is an advertisement: nobody is "free on Thursday" in these."""

WORDING: Mapping[str, tuple[str, ...]] = {
    "en": (
        rf"free (?:\w+ )?{OFFERED}\b", r"\bfor free\b", r"\bfree of charge\b", r"\brisk[ -]free\b",
        r"\bno obligation\b", r"\b(?:last|final) (?:chance|call|hours|days|reminder|notice to)\b", r"\bhurry\b",
        r"\bact (?:now|fast|today)\b", r"\b(?:do not|don'?t|never) (?:you )?miss\b", r"\bmiss out\b",
        r"\blimited (?:time|offer|seats?|spots?|places?|availability|edition|tickets)\b",
        r"\bonly \d+ (?:\w+ )?(?:days?|hours?|seats?|spots?|places?|tickets?|left)\b",
        r"\b\d+ (?:days?|hours?|seats?|spots?|places?) (?:left|to go|only)\b",
        r"\b(?:ends?|expires?|closes) (?:today|tonight|tomorrow|soon|at midnight|in \d+ (?:days?|hours?))\b",
        r"\bwhile (?:supplies|stocks?) lasts?\b",
        r"\b(?:special|exclusive|limited|unbeatable|amazing) (?:\w+ )?(?:offers?|deals?|invitation|access|discount|event"
        r"|promotion|savings)\b",
        r"\bearly[ -]bird\b", r"\bsave the date\b", r"\byou(?:'re| are| have been) (?:cordially )?invited\b",
        r"\b(?:register|sign up|book|buy|shop|order|enrol|enroll|apply|subscribe|rsvp|join|save|download|learn more|try it)"
        r" (?:now|today|here)\b",
        r"\b(?:save|reserve|claim|secure|grab) your (?:\w+ )?(?:seat|spot|place|copy|ticket|discount|gift|offer)\b",
        r"\bget (?:your|a) (?:free|copy)\b", r"\bclick here\b", r"\bread more\b", r"\blearn (?:more about|how to)\b",
        r"^(?:\W*)(?:announcing|introducing (?:the |our |a )?(?:all[ -])?new|introducing our|meet the (?:all[ -])?new)\b",
        r"\b(?:now available|just (?:launched|released|dropped)|out now|coming soon|is (?:finally )?here\b(?!\?))",
        r"\b(?:new|free) (?:e-?book|white ?paper|infographic|guide|report)\b",
        r"^\W*(?:e-?book|white ?paper|infographic|case study|podcast|press release|webcast)\b ?[:|–-]",
        r"\b(?:top|best) \d+\b", r"^\W*\d+ (?:\w+ ){0,2}(?:tips|tricks|ways|reasons|secrets|trends|mistakes|hacks|lessons"
        r"|best practices|steps|things you)\b",
        r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:\w+ )?(?:tips|tricks|ways|reasons|secrets|hacks"
        r"|steps) (?:to|for|why|that|you)\b",
        r"\bultimate guide\b", r"\b(?:everything|all) you need to know\b", r"\bsecrets? (?:to|of|behind)\b",
        r"\b(?:boost|unlock|supercharge|skyrocket|maximi[sz]e|revolutioni[sz]e|unleash|turbocharge) (?:your|the|more)\b",
        r"\btransform(?:ing)? (?:your|the way)\b", r"\bgame[ -]?chang(?:er|ing)\b", r"\bnext level\b",
        r"(?<!the )(?<!your )(?<!a )(?<!in )\bnewsletter\b(?! (?:question|idea|swap|article|piece|mention|interview|sign))",
        r"\b(?:daily|weekly|monthly|quarterly) (?:digest|roundup|round-up|recap|newsletter)\b",
        r"^\W*(?:the |this )?(?:week|month|year) in\b",
        r"^\W*(?:(?:live|free|upcoming|virtual|on[ -]demand|exclusive) )*webinar\b"
        r"(?! (?:question|idea|notes|slides|feedback|follow|speaker|prep|tomorrow\?|today\?))",
        r"\b(?:join|register|sign up|invitation|invite|attend|watch|live|upcoming|next|on[ -]demand|free|exclusive)\b"
        r"(?: \w+){0,5} webinars?\b",
        r"\bwebinar (?:invitation|invite|series|recording|replay|alert|reminder)\b",
        r"\b(?:summer|winter|spring|fall|autumn|flash|holiday|christmas|clearance|end-of-\w+|black friday|cyber monday"
        r"|annual|big|mega) (?:sale|deals?|savings)\b",
        r"\b(?:black friday|cyber monday)\b.{0,20}\b(?:offers?|deals?|sale|savings|discounts?)\b",
        r"\b(?:best|hot|great|lowest|unbeatable|daily|today's|top) (?:deals?|prices?|offers?)\b", r"\bdeals? of the\b",
        r"\b(?:coupons?|promo(?:tional)? codes?|vouchers?|discount codes?|giveaway|clearance|cash ?back)\b",
        r"\bwin (?:a|an|your|big|one of|tickets)\b", r"\byou(?:'ve| have) won\b", r"\b100 ?% (?:free|guaranteed)\b",
        r"\b(?:satisfaction|results) guaranteed\b", r"\bbuy (?:one|1|two|2),? get\b", r"\bhalf[ -]price\b",
        r"\bspecial promotion\b", r"\bwhat'?s new (?:in|for) (?:our|version|release|v?\d)",
        r"\b(?:news|updates|highlights) from (?:the |our )?(?:\w+ )?(?:team|desk|world of)\b",
    ),
    "de": (
        r"\bkostenlos", r"\bkostenfrei", r"\bgratis", r"\bumsonst\b", r"\bunverbindlich testen\b",
        r"\bletzte (?:chance|gelegenheit|plätze|tage|erinnerung)\b", r"\bnur (?:noch )?(?:heute|wenige|kurze zeit|\d+ "
        r"(?:tage|stunden|plätze))\b", r"\bnur (?:noch )?bis (?:zum |morgen|heute|sonntag|freitag)",
        r"\b(?:nicht|nichts) (?:mehr )?verpassen\b", r"\bverpassen sie (?:nicht|keine)", r"\bverpasse? (?:nicht|keine)",
        r"\bjetzt (?:\w+ )?(?:anmelden|registrieren|sichern|buchen|kaufen|bestellen|testen|entdecken|sparen|lesen"
        r"|herunterladen|downloaden|teilnehmen|profitieren|shoppen|zugreifen)\b",
        r"\bsichern sie sich\b", r"\bsonderangebot", r"\b(?:exklusive[sr]?|limitierte[sr]?|unschlagbare[sr]?|tolle)"
        r" (?:\w+ )?(?:angebote?|rabatte?|einladung|aktion)\b", r"\bfrühbucher", r"\brabatt(?:aktion|code|wochen|e\b)",
        r"\bgutschein", r"\bgewinnspiel", r"\bgewinnen sie\b", r"\bschnäppchen", r"\bausverkauf\b", r"\bschlussverkauf\b",
        r"(?<!ihr )(?<!ihrem )(?<!ihren )(?<!im )(?<!den )\b\w*newsletter\b(?! ?-?(?:frage|idee|beitrag|artikel))",
        r"\brundbrief\b", r"\bsave the date\b",
        r"^\W*(?:kostenlose[sr]? |live[- ])?webinar\b(?!-?(?:frage|idee|folien|unterlagen))",
        r"\b(?:einladung|anmeldung|live|nächstes|kommendes|neues|exklusives)\b(?: \w+){0,3} (?:\w+-)?webinar\b",
        r"^\W*\d+ (?:\w+ ){0,2}(?:tipps|tricks|gründe|wege|trends|fehler|schritte|geheimnisse)\b",
        r"\bfünf (?:tipps|gründe|wege|schritte)\b", r"\bneu(?:heit)?(?:en)? (?:im|in unserem) (?:sortiment|shop)\b",
        r"\b(?:jetzt|ab sofort) (?:neu|verfügbar|erhältlich)\b", r"\bdas erwartet sie\b", r"\bschnell sein\b",
        r"\bnächste (?:stufe|level)\b|\bnächstes level\b",
    ),
    "fr": (
        r"\bgratuit", r"\boffert(?:e|s|es)?\b(?! d')", r"\bderni[èe]res? (?:chance|heures?|jours?|places?|rappel|minute)",
        r"\bplus que \d+ (?:jours?|heures?|places?)", r"\bne (?:manquez|ratez|loupez) (?:pas|rien)\b", r"\bà ne pas manquer",
        r"\boffres? (?:sp[ée]ciales?|exclusives?|exceptionnelles?|limit[ée]es?|flash)", r"\b[ée]ditions? limit[ée]e",
        r"\binscrivez-vous\b", r"\br[ée]servez (?:votre|vite|d[èe]s)", r"\bprofitez\b", r"\bjusqu'à (?:ce soir|minuit|-?\d+ ?%)",
        r"\bdur[ée]e limit[ée]e\b", r"\bventes? (?:priv[ée]es?|flash)", r"\bsoldes\b", r"\bpromos?\b|\bpromotions? sp[ée]ciale",
        r"\bcode promo", r"\bbons? plans?\b", r"\bbon de r[ée]duction", r"\bgagnez\b", r"\bjeu[- ]concours\b",
        r"(?<!votre )(?<!la )\bnewsletter\b(?! ?:? ?question)", r"\b(?:info-?lettre|lettre d'information)s?\b",
        r"^\W*(?:invitation ?:? ?(?:au |à notre )?)?(?:prochain |notre )?webinaire?\b(?! ?: ?question)",
        r"\binvitation\b(?: \w+){0,3} webinaire?\b", r"^\W*\d+ (?:conseils|astuces|raisons|façons|secrets|tendances|erreurs)\b",
        r"\bd[ée]couvrez\b", r"\bboostez\b", r"\bvous [êe]tes invit[ée]",
    ),
    "es": (
        r"\bgratis\b", r"\bgratuit[oa]s?\b", r"\b[úu]ltim[oa]s? (?:oportunidad|d[íi]as?|horas?|plazas?|llamada|recordatorio)",
        r"\bno te l[oa]s? pierdas\b", r"\bno (?:se|te) pierda", r"\bno (?:deje|dejes) pasar\b", r"\bsolo (?:por )?hoy\b",
        r"\boferta(?:s)? (?:especial|exclusiva|limitada|flash|de)", r"\b(?:tiempo|plazas|edici[óo]n) limitad",
        r"\b(?:reg[íi]str[ae](?:se|te)|inscr[íi]b[ae](?:se|te)|compra|reserva|ap[úu]ntate) (?:ya|ahora|hoy)\b",
        r"\baprovech[ae]\b", r"\brebajas\b", r"\bpromoci[óo]n(?:es)? (?:especial|exclusiva)", r"\bc[óo]digo promocional",
        r"\bcup[óo]n", r"\bsorteo\b", r"\bgana (?:un|una)\b", r"\bbolet[íi]n\b", r"(?<!su )(?<!tu )(?<!la )\bnewsletter\b",
        r"^\W*(?:invitaci[óo]n(?: al?| a nuestro)? )?(?:pr[óo]ximo )?webinar\b", r"\bdesc[úu]br[ea]\b",
        r"^\W*\d+ (?:consejos|trucos|razones|formas|maneras|secretos|tendencias|errores)\b", r"\best[áa]s? invitad[oa]",
    ),
    "pt": (
        r"\bgr[áa]tis\b", r"\bgratuit[oa]s?\b", r"\b[úu]ltim[oa]s? (?:oportunidade|chance|dias?|horas?|vagas?|lugares)",
        r"\bn[ãa]o perca\b", r"\b(?:s[óo]|apenas|somente) hoje\b", r"\bofertas? (?:especia(?:l|is)|exclusivas?|limitadas?|de)",
        r"\b(?:tempo|vagas|edi[çc][ãa]o) limitad", r"\b(?:inscreva-se|registe-se|compre|reserve|aproveite)\b",
        r"\bpromo[çc][ãa]o\b", r"\bc[óo]digo promocional", r"\bcupom\b", r"\bsorteio\b", r"\bboletim\b",
        r"(?<!sua )(?<!a )\bnewsletter\b", r"^\W*(?:convite:? )?(?:pr[óo]ximo )?webinar\b", r"\bdescubra\b",
        r"^\W*\d+ (?:dicas|raz[õo]es|motivos|formas|maneiras|segredos|tend[êe]ncias|erros)\b",
    ),
    "it": (
        r"\bgratis\b", r"\bgratuit[oaie]\b", r"\bultim[oaie] (?:occasione|opportunit[àa]|giorni|ore|posti|possibilit[àa])",
        r"\bnon (?:perdere|perdete|perda|perderti)\b", r"\bda non perdere\b", r"\bsolo (?:per )?oggi\b",
        r"\bofferta (?:speciale|esclusiva|limitata|lampo)", r"\b(?:tempo|posti|edizione) limitat", r"\bposti limitati\b",
        r"\b(?:iscriviti|registrati|iscrivetevi|acquista|prenota|approfitta)\b", r"\bsaldi\b", r"\bpromozione\b",
        r"\bcodice (?:sconto|promo)", r"\bbuono sconto\b", r"\bvinci\b", r"(?<!sua )(?<!la )\bnewsletter\b",
        r"^\W*(?:invito:? )?(?:prossimo )?webinar\b", r"\bscopri(?:te)?\b",
        r"^\W*\d+ (?:consigli|trucchi|motivi|modi|segreti|tendenze|errori)\b",
    ),
    "nl": (
        r"\bgratis\b", r"\bkosteloos\b", r"\blaatste (?:kans|dagen|uren|plaatsen|plekken|herinnering)\b",
        r"\bmis (?:het|deze|dit|niets|niks|onze)\b", r"\b(?:alleen|enkel) vandaag\b", r"\bnog (?:maar )?\d+ (?:dagen|uur|plaatsen)\b",
        r"\b(?:speciale|exclusieve|tijdelijke|unieke) (?:aanbieding|actie|korting|uitnodiging)", r"\baanbieding(?:en)?\b",
        r"\b(?:meld je|schrijf je|schrijf u) (?:nu |vandaag )?(?:nog )?(?:aan|in)\b", r"\b(?:bestel|koop|boek|profiteer|shop) nu\b",
        r"\bkortingscode\b", r"\buitverkoop\b", r"\bwin een\b", r"(?<!uw )(?<!de )\bnieuwsbrief\b", r"^\W*(?:uitnodiging:? )?webinar\b",
        r"\bontdek\b", r"^\W*\d+ (?:tips|redenen|manieren|geheimen|trends|fouten)\b",
    ),
    "sv": (
        r"\bgratis\b", r"\bkostnadsfri", r"\bsista (?:chansen|dagen|timmarna|platserna|påminnelsen)", r"\bmissa inte\b",
        r"\b(?:bara|endast) idag\b", r"\b(?:exklusivt|unikt|speciellt) erbjudande", r"\berbjudanden?\b",
        r"\b(?:anmäl dig|boka|köp|beställ|handla) (?:nu|idag|här)\b", r"\brabattkod", r"\brea\b", r"\bvinn (?:ett|en)\b",
        r"\bnyhetsbrev", r"^\W*(?:inbjudan:? )?(?:till )?webbinari(?:um|et)\b", r"^\W*(?:inbjudan:? )?webinar\b", r"\bupptäck\b",
        r"^\W*\d+ (?:tips|skäl|sätt|hemligheter|trender|misstag)\b",
    ),
    "da": (
        r"\bgratis\b", r"\bsidste (?:chance|dag|dage|timer|pladser|påmindelse)\b", r"\b(?:gå ikke glip|misse? ikke)\b",
        r"\b(?:kun|bare) i dag\b", r"\b(?:eksklusivt|særligt|unikt) tilbud", r"\btilbud(?: til dig|:)",
        r"\b(?:tilmeld dig|bestil|køb|book) (?:nu|i dag|her)\b", r"\brabatkode", r"\budsalg\b", r"\bvind (?:et|en)\b",
        r"\bnyhedsbrev", r"^\W*(?:invitation:? )?(?:til )?webinar\b", r"\bopdag\b", r"^\W*\d+ (?:tips|grunde|måder|fejl)\b",
    ),
    "no": (
        r"\bgratis\b", r"\bsiste (?:sjanse|dag|dager|timer|plasser|påminnelse)\b", r"\bikke gå glipp\b",
        r"\b(?:kun|bare) i dag\b", r"\b(?:eksklusivt|spesielt|unikt) tilbud", r"\btilbud(?: til deg|:)",
        r"\b(?:meld deg på|bestill|kjøp|registrer deg) (?:nå|i dag|her)\b", r"\brabattkode", r"\bvinn (?:et|en)\b",
        r"\bnyhetsbrev", r"^\W*(?:invitasjon:? )?(?:til )?webinar\b", r"\boppdag\b", r"^\W*\d+ (?:tips|grunner|måter|feil)\b",
    ),
    "fi": (
        r"\bilmai(?:nen|seksi|sen|set|sia)\b", r"\bmaksuton", r"\bviimeinen (?:mahdollisuus|tilaisuus|päivä|muistutus)",
        r"\bviimeiset (?:paikat|päivät|tunnit)", r"\bälä missaa\b", r"\bvain tänään\b", r"\b(?:erikois)?tarjou(?:s|kset)\b",
        r"\b(?:ilmoittaudu|osta|tilaa|varaa|rekisteröidy) (?:nyt|heti|tänään)\b", r"\balennuskoodi", r"\balennusmyynti",
        r"\bvoita\b", r"\buutiskirje", r"^\W*(?:kutsu:? )?webinaari", r"\btutustu\b", r"^\W*\d+ (?:vinkkiä|syytä|tapaa|virhettä)\b",
    ),
    "pl": (
        r"\b(?:za darmo|darmow)", r"\bbezpłatn", r"\bgratis", r"\bostatni(?:a|e|ch)? (?:szans|dni|godzin|miejsc|przypomnieni)",
        r"\bnie przegap", r"\btylko (?:dziś|dzisiaj|do)\b", r"\b(?:specjalna|wyjątkowa|limitowana|ekskluzywna) (?:oferta|promocja)",
        r"\b(?:zarejestruj się|zapisz się|kup|zamów) (?:już |teraz|dziś)", r"\bpromocj", r"\bkod rabatowy", r"\bwyprzedaż",
        r"\bwygraj\b", r"\bnewsletter", r"\bbiuletyn", r"^\W*(?:zaproszenie:? (?:na )?)?(?:bezpłatny )?webinar", r"\bodkryj\b",
        r"^\W*\d+ (?:porad|powodów|sposobów|wskazówek|błędów|trendów)\b",
    ),
    "ja": (
        r"無料", r"限定", r"今だけ", r"お見逃しなく", r"残りわずか", r"ラストチャンス", r"キャンペーン", r"セール", r"割引", r"プレゼント",
        r"メルマガ", r"メールマガジン", r"ニュースレター", r"ウェビナー", r"ご招待", r"お得", r"本日まで", r"受付中",
    ),
}  # fmt: skip
"""Two-letter code → patterns, read without case; `’` is read as `'`."""

DISCOUNT = (
    r"-\s?\d{1,2} ?%(?! |\w)",
    r"\b\d{1,3} ?(?:%|percent|prozent|pour cent|por ciento|procent) ?(?:off\b(?![ -](?:target|plan|budget|peak|hours|by|the|"
    r"site|road))|discount|rabatt|rabat\b|de descuento|dto\b|de r[ée]duction|de remise|di sconto|de desconto|korting|"
    r"alennus|ale\b|taniej|zniżki|rabatu|オフ|引き|günstiger|reduziert|sparen)",
    r"\b(?:save|spare(?:n sie)?|[ée]conomisez|ahorr[ae]|risparmia|economize|poupe|bespaar|spara|spar|säästä|oszczędź)"
    r"(?: up to| bis zu| jusqu'à| hasta| fino al?| até| tot| upp till| op til| opptil| jopa| do)? ?"
    r"(?:[$€£¥] ?\d|\d+ ?(?:%|percent|prozent|€|eur\b|usd\b|kr\b|zł))",
    r"[$€£] ?\d[\d.,]*k? (?:off|discount|rabatt|de r[ée]duction|de descuento|di sconto|korting)\b",
    r"\b\d+ ?(?:€|eur|kr|zł) (?:rabatt?|de r[ée]duction|de descuento|di sconto|korting|zniżki)\b",
    r"\bup to \d+ ?%", r"\bbis zu \d+ ?%", r"\bjusqu'à -?\d+ ?%", r"\bhasta (?:un )?\d+ ?%", r"\d+ ?[％%] ?(?:オフ|OFF|引き)",
    r"\b[2-5] for (?:1|2|the price)\b",
)  # fmt: skip
"""Patterns of a discount, in any of the languages."""

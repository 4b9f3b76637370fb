"""Frequent short words that tell the languages apart in which people write business mail.

Chosen by hand: articles, pronouns, prepositions and the courtesies of letters. A word may stand under several
languages; it then says less about each.
"""

from __future__ import annotations

from collections.abc import Mapping

FREQUENT_WORDS: Mapping[str, str] = {
    "en": "the and of to is are was you your i we our for with that this have has not it be on at by from as an "
    "would will can if or but my me us about just let know they their there what when hi hello dear thanks regards "
    "best here more could which no how week",
    "de": "der die das und ist sind ich sie wir ihr ihre ihnen ihren mir mich uns nicht ein eine einen einem einer "
    "mit für von zu zum zur auf im den dem des auch wenn oder aber dass es bei wie kann können möchte gerne bitte "
    "nur noch hallo guten tag grüße grüßen liebe lieber herr frau sehr geehrte geehrter dir du haben hat sich",
    "fr": "le la les un une des du et est sont je vous nous votre vos notre nos mon ma mes que qui pour avec dans sur "
    "pas ne plus ce cette ces il elle au aux si ou mais être avez avons bonjour cordialement merci bien très "
    "souhaitez suis cher chère à de en par toute",
    "es": "el la los las un una y es son yo usted ustedes su sus nos nuestro nuestra mi que para con por en no del al "
    "se lo le si o pero más como este esta estos hola gracias saludos estimado estimada quiere desea tiene "
    "puede muy sobre hay de cuando está estamos hemos tenemos buenos días bien mes pasado próxima semana podríamos",
    "pt": "o a os as um uma e é são eu você vocês seu sua nos nosso nossa meu minha que para com por em não do da dos "
    "das no na se lhe ou mas mais como este esta olá obrigado obrigada cumprimentos caro prezado prezada muito "
    "sobre há de quando está ao pode tem gostaria atenciosamente temos bom dia bem mês passado próxima semana seria",
    "it": "il lo la i gli le un una e è sono io lei voi suo sua suoi nostro nostra mio mia che per con di in non del "
    "della dei delle al alla nel nella si o ma più come questo questa ciao buongiorno grazie saluti cordiali gentile "
    "molto da ho ha vi se può vorrei anche",
    "nl": "de het een en is zijn ik u je jij wij we uw jouw ons onze mijn dat die voor met van niet te op aan bij ook "
    "als of maar om er naar wat hoe kan kunnen graag groeten vriendelijke beste hallo bedankt geen deze dit "
    "nog wel heb heeft wil worden",
    "sv": "och att det en ett är jag du ni vi din er vår min som för med av till på inte om i den har kan vill men "
    "eller så från hej hälsningar vänliga tack mvh oss mig dig skulle också när var hur vad finns bara här nästa",
    "da": "og at det en et er jeg du i vi din jeres vores min som for med af til på ikke om den har kan vil men eller "
    "så fra hej hilsen venlig tak mvh os mig dig skulle også når var hvordan hvad bare her være blevet nogle hvis "
    "efter uge næste kære",
    "no": "og at det en et er jeg du dere vi din deres vår min som for med av til på ikke om den har kan vil men eller "
    "så fra hei hilsen vennlig takk mvh oss meg deg skulle også når var hvordan hva bare her være blitt noen hvis "
    "etter uke neste kjære",
    "fi": "ja on ei se että minä sinä te me teidän meidän minun hän joka mutta tai kun jos niin myös olen olemme "
    "ovat oli voi voit voitte haluaisin hei moi terveisin ystävällisin kiitos kanssa sekä mitä miten tämä tämän "
    "ole olisi olisiko sopisiko sopiiko viime jossa jonka asiaan tapaaminen "
    "enää vain mukaan voisimmeko aikaa sinulla teillä ensi viikolla",
    "pl": "i w z na do się nie jest są to że jak o po od za dla czy ja pan pani państwo państwa mój nasz nasza ale lub "
    "oraz przez który która mam mamy dzień dobry cześć pozdrawiam pozdrowienia dziękuję proszę jeśli chciałbym "
    "może tym być bardzo tego",
}
"""Two-letter code → words, in lower case. Japanese is told by its script."""

import pytest

from sigcheck.facts.opt_out import OptOut, find_opt_outs, is_opt_out_link
from sigcheck.inputs.message_types import Link, MessageLine


def prose(text, part="body"):
    lines = [MessageLine(number, part, line) for number, line in enumerate(text.split("\n"), start=1)]
    return find_opt_outs(lines, [])


OFFERS = {
    "en": [
        'Reply "unsubscribe" and you won\'t hear from me again.',
        "Reply STOP to opt out.",
        "Just reply STOP.",
        "Not the right time? Reply with 'no thanks'.",
        "If you’d rather not hear from me, just tell me.",
        "If you'd rather not hear from me again, a quick reply is enough.",
        "Just let me know and I won't write again.",
        "Let me know and I’ll stop emailing you.",
        "If this isn't relevant, let me know and I won't reach out again.",
        "Simply tell me to stop.",
        "If you no longer wish to receive emails from us, write to privacy@acme.com.",
        "If you do not wish to receive further emails from Acme, please let me know.",
        "Don't want to hear from me? Just let me know.",
        "To unsubscribe, click here.",
        "To unsubscribe please reply to this email.",
        "Unsubscribe: https://acme.com/u/1",
        "You can unsubscribe at any time by replying to this message.",
        "You may opt out of receiving these messages by contacting us. Email us at privacy@acme.com.",
        "To opt out, email privacy@northwind.com.",
        "Would you prefer that I didn't email you? Just say so.",
        "Want me to stop writing? Say the word.",
        "Tell me and I'll take you off my list.",
        "If you want to be removed from our mailing list, drop me a line.",
        "Let me know if you'd rather not receive these emails.",
        "Please let us know if you do not want to be contacted again.",
        "Drop me a line and I'll leave you in peace.",
        "If you prefer not to receive emails like this one, tell me.",
        "If I've reached you in error, or you'd prefer I not follow up, hit reply and say so.",
        "P.S. If you don't want me to contact you again, please let me know.",
        'P.S. If you don\'t want to receive emails from me anymore, just reply with "unsubscribe".',
        'If you would prefer not to hear from us, please reply with "remove" in the subject line.',
        'Not interested? Reply "no thanks" and I won\'t bother you again.',
        "If you'd like to be removed from my list, just reply and I'll take care of it.",
        "If this is not of interest, please let me know and I will not contact you further.",
        "Should you wish to stop receiving our emails, please contact us at privacy@acme.com.",
        "Please tell me if you'd like me to stop reaching out.",
        "You are receiving this because we met at Expo. If you wish to opt out, reply to this email.",
        "If you do not want to receive any further communication from Acme, Inc., send an email to optout@acme.com.",
        "Click here to unsubscribe from this list.",
        "You can unsubscribe by clicking the link below.",
        'If you\'d rather I stopped emailing, one word back is enough. Just reply "stop".',
        "If you would like to be taken off this list, let me know.",
        "No longer want to get these? Drop me a note.",
        "Just say the word and I'll stop.",
        "I understand if you'd rather not hear from me – just let me know.",
        "Let me know if you would prefer not to be contacted.",
        "If you don't want to hear from me any more, say so and I'll respect it.",
        "If my emails are not welcome, please tell me and you will not hear from me again.",
        "Would you like me to leave you alone? A one-line reply will do it.",
        "If you'd rather I didn't get in touch again, simply reply and tell me.",
        "Feel free to reply with STOP if you don't want further messages.",
        "You can opt out of future emails by replying to this one.",
        "To stop getting emails from me, reply with the word Stop.",
        "If you do not want me to follow up, let me know.",
    ],
    "de": [
        "Wenn Sie nichts mehr von mir hören möchten, geben Sie mir kurz Bescheid.",
        "Falls Sie keine weiteren E-Mails von mir erhalten möchten, genügt eine kurze Antwort.",
        "Möchten Sie keine E-Mails mehr erhalten? Antworten Sie einfach mit STOPP.",
        "Antworten Sie mit „Abmelden“.",
        "Um sich vom Newsletter abzumelden, klicken Sie hier.",
        "Sie können sich jederzeit hier abmelden: https://acme.de/x",
        "Zum Abmelden klicken Sie bitte auf diesen Link.",
        "Abmelden: https://acme.de/x",
        "Geben Sie mir kurz Bescheid, dann schreibe ich Ihnen nicht mehr.",
        "Sagen Sie mir einfach Bescheid, dann lasse ich Sie in Ruhe.",
        "Eine kurze Nachricht genügt, und ich melde mich nicht wieder.",
        "Wenn Sie von mir nicht mehr angeschrieben werden möchten, schreiben Sie mir.",
        "Wenn du keine Mails mehr von mir bekommen willst, sag mir kurz Bescheid.",
        "Sollten Sie keine weiteren Nachrichten von mir wünschen, genügt ein kurzer Hinweis.",
        "Wenn Sie künftig keine E-Mails mehr von uns erhalten möchten, können Sie sich hier abmelden.",
        "Falls Sie von mir keine Post mehr wünschen, lassen Sie es mich wissen.",
        "Sie möchten nicht mehr von mir hören? Eine kurze Antwort reicht.",
        "Sie können dem Erhalt weiterer E-Mails jederzeit widersprechen, indem Sie auf diese Nachricht antworten.",
        "Falls Sie nicht mehr kontaktiert werden möchten, antworten Sie bitte auf diese E-Mail.",
        "Kein Interesse? Sagen Sie es mir, dann schreibe ich nicht wieder.",
        "Wenn das für Sie nicht passt, sagen Sie kurz Bescheid – ich melde mich dann nicht mehr.",
        "Wenn Sie keine Nachrichten mehr wünschen, antworten Sie bitte kurz.",
        "Sollten Sie keinen weiteren Kontakt wünschen, geben Sie mir bitte ein kurzes Zeichen.",
        "Möchten Sie von unserem Verteiler genommen werden? Schreiben Sie mir bitte.",
    ],
    "fr": [
        "Si vous ne souhaitez plus recevoir mes messages, dites-le-moi.",
        "Si vous ne souhaitez plus recevoir de messages de ma part, répondez STOP.",
        "Répondez « stop » et je ne vous écrirai plus.",
        "Pour vous désabonner, cliquez ici.",
        "Pour ne plus recevoir nos e-mails, écrivez à privacy@acme.fr.",
        "Faites-le-moi savoir et je ne vous relancerai plus.",
        "Si vous préférez ne plus être contacté, un simple mot suffit.",
        "Vous pouvez vous désinscrire à tout moment en répondant à ce message.",
        "Si vous préférez que je ne vous écrive plus, dites-le moi simplement.",
        "Si vous ne voulez plus que je vous contacte, répondez simplement à cet e-mail.",
        "Si ce sujet ne vous intéresse pas, dites-le-moi et je ne vous dérangerai plus.",
        "Conformément au RGPD, vous pouvez vous opposer à la réception de nos messages en répondant STOP.",
        "Vous pouvez à tout moment vous désinscrire en cliquant ici.",
        "Si vous ne désirez plus recevoir ce type de message, merci de me le signaler.",
        "Si mes messages vous dérangent, dites-le-moi et je cesserai de vous écrire.",
    ],
    "es": [
        "Si no desea recibir más correos, responda a este mensaje.",
        "Si prefiere no recibir mis correos, dígamelo.",
        "Para darse de baja, haga clic aquí.",
        "Responda con «BAJA» y no le escribiré más.",
        "Si no quiere que le escriba de nuevo, avíseme.",
        "Avíseme y no volveré a escribirle.",
        "Si no quieres saber nada más de mí, dímelo.",
        "Puede cancelar su suscripción aquí: https://acme.es/x",
        "Si no desea que le contactemos de nuevo, por favor respóndanos.",
        "Si prefiere que no le escriba más, solo dígamelo.",
        "Si ya no desea recibir nuestros correos, responda con la palabra BAJA.",
        "Si no le interesa, dígamelo y no le molestaré más.",
        "Si desea dejar de recibir estos correos, responda a este mensaje.",
        "Si no quiere recibir más mensajes míos, basta con responder a este correo.",
    ],
    "pt": [
        "Se não deseja receber mais e-mails, responda a esta mensagem.",
        "Se preferir não receber os meus e-mails, avise-me.",
        "Para cancelar a sua inscrição, clique aqui.",
        "Responda SAIR e não lhe escreverei mais.",
        "Se não quiser ser contactado, diga-me.",
        "Para se descadastrar, clique aqui.",
        "Me avise e não vou te escrever novamente.",
        "Caso não queira receber mais mensagens, por favor me avise.",
        "Se preferir que eu não volte a escrever, é só me dizer.",
        "Caso não deseje mais receber nossos e-mails, clique aqui.",
        "Se prefere não voltar a ser contactado, responda a este e-mail.",
        "Para deixar de receber estes e-mails, responda a esta mensagem.",
    ],
    "it": [
        "Se non desidera ricevere altre e-mail, me lo faccia sapere.",
        "Se non desidera più ricevere i miei messaggi, mi risponda.",
        "Per disiscriversi, clicchi qui.",
        "Per cancellare l'iscrizione clicca qui.",
        "Risponda STOP e non la contatterò più.",
        "Se preferisce che io non le scriva, mi faccia sapere.",
        "Se non vuole essere contattato, basta rispondere a questa mail.",
        "Se non vuole più ricevere mie e-mail, mi basta una sua risposta.",
        "Se preferisce non essere più contattato, me lo scriva.",
        "Se non è interessato, me lo dica e non la disturberò più.",
        "Per non ricevere più queste comunicazioni, risponda CANCELLAMI.",
        "Se non vuole più ricevere email da parte mia, risponda a questo messaggio.",
    ],
    "nl": [
        "Als u geen e-mails meer wilt ontvangen, laat het me weten.",
        "Wilt u niets meer van mij horen? Laat het me weten.",
        "Om u af te melden, klik hier.",
        "Antwoord met STOP.",
        "Laat het me weten, dan mail ik u niet meer.",
        "Wil je liever geen mails meer van me? Stuur een berichtje.",
        "Als u liever niet meer door mij benaderd wordt, laat het mij dan weten.",
        "Wil je geen e-mails meer ontvangen? Klik hier om je af te melden.",
        "Geen interesse? Laat het even weten, dan stuur ik je niets meer.",
        "Wilt u geen berichten meer ontvangen, stuur dan een mailtje terug.",
    ],
    "sv": [
        "Om du inte vill ha fler mejl från mig, säg bara till.",
        "Vill du inte höra av mig igen? Svara bara på detta mejl.",
        "Avregistrera dig här: https://acme.se/x",
        "Svara STOPP.",
        "Säg till så hör jag inte av mig igen.",
        "Om du hellre inte vill höra av mig, hör av dig så slutar jag skriva.",
        "Vill du inte längre få mejl från oss? Klicka här för att avregistrera dig.",
        "Om du inte vill bli kontaktad igen, svara gärna på det här mejlet.",
        "Vill du slippa fler mejl från mig räcker det att svara nej tack.",
    ],
    "da": [
        "Hvis du ikke ønsker flere mails fra mig, så sig til.",
        "Vil du ikke høre fra mig igen, så skriv bare.",
        "Afmeld dig her: https://acme.dk/x",
        "Svar STOP.",
        "Sig til, så skriver jeg ikke igen.",
        "Hvis du helst vil være fri for at høre fra mig, så giv mig besked.",
        "Ønsker du ikke længere at modtage vores mails, kan du afmelde dig her.",
        "Hvis du ikke vil kontaktes igen, så svar på denne mail.",
        "Vil du ikke have flere mails fra mig, så svar blot på denne.",
    ],
    "no": [
        "Hvis du ikke ønsker flere e-poster fra meg, si fra.",
        "Vil du ikke høre fra meg igjen? Bare si fra.",
        "Meld deg av her: https://acme.no/x",
        "Svar STOPP.",
        "Gi meg beskjed, så kontakter jeg deg ikke igjen.",
        "Ønsker du ikke å motta flere e-poster, kan du melde deg av her.",
        "Hvis du helst vil slippe å høre fra meg, gi meg beskjed.",
        "Si ifra hvis du ikke vil ha flere e-poster fra meg.",
        "Vil du ikke ha flere meldinger, svar på denne e-posten.",
    ],
    "fi": [
        "Jos et halua enää viestejä minulta, kerro siitä minulle.",
        "Ette halua sähköposteja? Vastatkaa tähän viestiin.",
        "Peruuta tilaus tästä: https://acme.fi/x",
        "Vastaa STOP.",
        "Kerro minulle, niin en kirjoita enää.",
        "Jos et halua enää kuulla minusta, vastaa tähän viestiin.",
        "Mikäli et halua vastaanottaa viestejämme, ilmoita siitä.",
        "Voit perua uutiskirjeen tilauksen tästä.",
        "Jos ette halua meiltä enää sähköposteja, vastatkaa tähän viestiin.",
    ],
    "pl": [
        "Jeśli nie chce Pan otrzymywać ode mnie wiadomości, proszę dać mi znać.",
        "Aby się wypisać, kliknij tutaj.",
        "Proszę odpisać STOP.",
        "Proszę dać znać, a nie będę więcej pisać.",
        "Jeśli nie chcesz dostawać maili, napisz do mnie.",
        "Jeżeli nie życzy sobie Pani dalszego kontaktu, proszę o informację.",
        "Jeśli nie chcesz więcej otrzymywać ode mnie maili, odpisz „STOP”.",
        "Jeśli wolałby Pan nie otrzymywać takich wiadomości, proszę dać znać.",
        "Aby zrezygnować z otrzymywania wiadomości, wystarczy odpowiedzieć na tego maila.",
    ],
    "ja": [
        "配信停止をご希望の方は、こちらからお手続きください。",
        "今後のご連絡が不要な場合は、お知らせください。",
        "メールの配信を希望されない場合は、その旨ご返信ください。",
        "「配信停止」とご返信ください。",
        "その旨お知らせいただければ、今後ご連絡いたしません。",
        "今後このようなメールが不要でしたら、お手数ですがその旨ご返信ください。",
        "配信の停止を希望される方は、下記までご連絡ください。",
        "今後ご案内を希望されない場合は、お手数ですがご一報ください。",
        "メール配信を停止されたい方は、こちらをクリックしてください。",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in OFFERS.items() for text in texts])
def test_an_instruction_in_prose_is_an_opt_out(language, text):
    found = prose(text)
    assert [opt_out.kind for opt_out in found] == ["prose"]


LONG = {
    "de": "Guten Tag Frau Weber, ich würde mich freuen, wenn wir uns im Dezember in Hamburg sehen.",
    "fr": "Bonjour Madame, je serais ravie de vous voir à Lyon en décembre pour un petit-déjeuner.",
    "da": "Kære Anne, jeg vil gerne invitere dig til morgenmad i næste uge, hvis du har tid.",
    "no": "Kjære Anne, jeg vil gjerne invitere deg til frokost neste uke, hvis du har noen ideer.",
    "ja": "田中様、来週ボストンでお会いできればうれしく思います。",
}


@pytest.mark.parametrize("language", LONG)
def test_the_language_of_the_wording_is_that_of_the_mail(language):
    found = prose(f"{LONG[language]}\n\n{OFFERS[language][0]}")
    assert [(opt_out.line, opt_out.language) for opt_out in found] == [(3, language)]


NOT_OFFERS = [
    "We never stop improving.",
    "Unsubscribe rates fell by half. Let me know if you want the report.",
    "Unsubscribe rates fell; let me know if you want the numbers.",
    "Reply to find out why unsubscribe rates fell.",
    "Stop by our booth and tell me what you think.",
    "Let me know and I'll stop by your office.",
    "Reply and we'll stop in on Tuesday.",
    "Opt out of complexity. Let me know when to start.",
    "To opt out of the breakfast, reply to this mail.",
    "Let me know if you want to meet.",
    "I don't want to stop you, so let me know when you are free.",
    "If you are not the right person, let me know.",
    "If you're not interested in the seminar, let me know.",
    "If you'd rather not hear the details, tell me.",
    "If you do not wish to receive the printed agenda, let me know.",
    "Let me know what you think. I won't write the report before Friday.",
    "I will not contact your boss, tell me if that is fine.",
    "Reply YES or NO to the survey.",
    "We will remove the barrier, tell us when.",
    "Let me know if I should remove the second item.",
    "You can opt out at any time.",
    "Please unsubscribe.",
    "Call me if the machine won't stop.",
    "Please don't hesitate to write to me.",
    "I hope to hear from you soon, just reply to this email.",
    "Haven't received my email? Let me know.",
    "We no longer see emails from the old system; tell me if you do.",
    "Wenn Sie sich vom Seminar abmelden möchten, schreiben Sie mir.",
    "Sie können sich bis Freitag von der Veranstaltung abmelden, klicken Sie hier.",
    "Haben Sie keine E-Mail erhalten? Schreiben Sie mir.",
    "Geben Sie mir Bescheid, ob Ihnen Dienstag passt.",
    "Ich melde mich nächste Woche. Schreiben Sie mir gern.",
    "Pour vous désinscrire de l'atelier, cliquez ici.",
    "Vous ne souhaitez pas recevoir la version papier ? Dites-le-moi.",
    "Si no puede venir al evento, avíseme.",
    "Para darse de baja del evento, haga clic aquí.",
    "Se não puder vir, avise-me.",
    "Se non può venire, mi faccia sapere.",
    "Heeft u geen e-mail ontvangen? Laat het me weten.",
    "Om u af te melden voor het ontbijt, klik hier.",
    "Avregistrera dig från frukosten här: https://acme.se/x",
    "Afmeld dig fra arrangementet her: https://acme.dk/x",
    "Säg till om du vill ses.",
    "Kerro, jos haluat tavata.",
    "Proszę dać mi znać, czy wtorek pasuje.",
    "資料が不要な場合はお知らせください。",
    "ご不明な点がございましたらご連絡ください。",
    "Let me know if you'd like me to stop by on Thursday.",
    "We help teams stop sending spreadsheets by email. Let me know if that's of interest.",
    "Our customers no longer receive late invoices - tell me if you'd like to see how.",
    "Stop guessing. Reply to this email to book a demo.",
    "Let me know if you have not received my last email.",
    "Tell me whether you want to hear from our customers.",
    "If you don't want to miss the event, click here.",
    "Write to me if you'd rather not travel to Boston.",
    "If you prefer not to wait, contact me directly.",
    "Our newsletter has 5,000 readers. Click here to subscribe.",
    "I'd rather not send another long email, so just tell me a time.",
    "Teams that opt out of paper save 20%. Reply for the study.",
    "Please let us know if you do not receive the newsletter.",
    "I won't write a long email. Let me know if Tuesday works.",
    "Let me know and I won't send the contract until Friday.",
    "Haben Sie meine letzte Nachricht nicht erhalten? Antworten Sie gern hier.",
    "Sagen Sie mir, wenn Sie keine Zeit haben.",
    "Wenn Sie keine Newsletter verschicken, sagen Sie mir Bescheid.",
    "Ich schreibe Ihnen nicht ohne Grund: Geben Sie mir kurz Bescheid.",
    "Dites-moi si vous ne souhaitez pas participer.",
    "Si vous n'avez pas reçu mon message, répondez-moi.",
    "Dígame si no desea participar.",
    "Si no ha recibido mi correo, escríbame.",
    "Me avise se não receber o e-mail.",
    "Mi dica se non desidera partecipare.",
    "Laat me weten als u niet kunt komen.",
    "Säg till om du inte kan komma.",
    "Sig til, hvis du ikke kan komme.",
    "Si fra hvis du ikke kan komme.",
    "Kerro, jos et pääse paikalle.",
    "Proszę dać znać, jeśli nie może Pan przyjść.",
    "ご都合が悪い場合はお知らせください。",
    "メールが届かない場合はご連絡ください。",
    "Reply to this email and I will stop bothering your assistant.",
    "If you no longer work in procurement, please tell me who does.",
    "We stop fraud before it starts. Click here to see how.",
    "I would rather not guess, so let me know which day suits you.",
    "Don't hesitate to email me if you want to hear more.",
    "If you did not get the invitation, write to me.",
    "I won't take more than ten minutes, just reply with a time.",
    "Sagen Sie mir, ob Sie weiterhin Interesse haben.",
    "Wir melden uns nicht oft, aber antworten Sie gern.",
    "Dites-moi si vous ne pouvez pas venir.",
    "No dude en escribirme si quiere saber más.",
    "Não hesite em me escrever.",
    "Non esiti a scrivermi.",
    "Aarzel niet om te mailen.",
    "Tveka inte att höra av dig.",
    "Tøv ikke med at skrive til mig.",
    "Nie wahaj się napisać.",
    "お気軽にご連絡ください。",
]


@pytest.mark.parametrize("text", NOT_OFFERS)
def test_other_prose_is_no_opt_out(text):
    assert prose(text) == []


def test_an_instruction_may_run_over_lines_and_is_placed_where_it_starts():
    found = prose("Best,\n\n  PS. If you'd rather not\n  hear from me, just tell me.\nAna")
    assert found == [
        OptOut(3, 16, "body", "prose", "en", "rather not hear from me, just tell me"),
    ]


def test_lines_of_different_parts_are_not_read_together():
    lines = [MessageLine(1, "body", "If you'd rather not hear from me"), MessageLine(2, "signature", "Tell me: 555")]
    assert find_opt_outs(lines, []) == []


@pytest.mark.parametrize("part", ["quoted", "subject", "html"])
def test_quoted_text_subjects_and_markup_offer_nothing(part):
    assert prose("Reply STOP to opt out.", part) == []


@pytest.mark.parametrize("part", ["greeting", "body", "signature", "disclaimer"])
def test_every_part_that_the_sender_wrote_can_offer_an_opt_out(part):
    assert [opt_out.part for opt_out in prose("Reply STOP to opt out.", part)] == [part]


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://acme.com/x", "Unsubscribe"),
        ("https://acme.com/x", "click here to unsubscribe"),
        ("https://acme.com/x", "Opt out"),
        ("https://acme.com/x", "Opt-out of these emails"),
        ("https://acme.com/x", "Manage your email preferences"),
        ("#", "Unsubscribe"),
        ("https://acme.com/x", "Abmelden"),
        ("https://acme.com/x", "Newsletter abbestellen"),
        ("https://acme.com/x", "Se désabonner"),
        ("https://acme.com/x", "Darse de baja"),
        ("https://acme.com/x", "Cancelar suscripción"),
        ("https://acme.com/x", "Cancelar inscrição"),
        ("https://acme.com/x", "Disiscriviti"),
        ("https://acme.com/x", "Afmelden"),
        ("https://acme.com/x", "Avregistrera"),
        ("https://acme.com/x", "Afmeld"),
        ("https://acme.com/x", "Meld deg av"),
        ("https://acme.com/x", "Peruuta tilaus"),
        ("https://acme.com/x", "Wypisz się"),
        ("https://acme.com/x", "配信停止はこちら"),
        ("https://acme.com/unsubscribe", ""),
        ("https://acme.com/unsubscribe?u=abc&id=1", "https://acme.com/unsubscribe?u=abc&id=1"),
        ("https://acme.com/email-unsubscribe.php", "here"),
        ("https://acme.com/opt-out/123", "here"),
        ("https://acme.com/Unsubscribe.aspx", "here"),
        ("https://acme.com/emailPreference/e/abc", "here"),
        ("https://acme.com/mail?action=unsubscribe", "here"),
        ("https://acme.com/?unsubscribe=1", "here"),
        ("https://unsubscribe.acme.com/a1", "here"),
        ("https://acme.de/newsletter/abmelden", "hier"),
        ("https://acme.fr/d%C3%A9sabonnement", "ici"),
        ("https://acme.es/darse-de-baja", "aquí"),
        ("{{unsubscribe_link}}", "here"),
        ("*|UNSUB|*", "here"),
        ("%%unsubscribe%%", "here"),
        ("{{system.unsubscribeLink}}", "here"),
        ("{{{Unsubscribe}}}", "here"),
        ("mailto:unsubscribe@acme.com", "here"),
        ("mailto:opt-out@acme.com", "here"),
        ("mailto:unsubscribe+a8f3@acme.com", "here"),
        ("mailto:ana@acme.com?subject=unsubscribe", "write to me"),
        ("mailto:ana@acme.com?body=hi&Subject=Please%20remove%20me", "write to me"),
        ("MAILTO:ana@acme.de?subject=Abmeldung", "schreiben"),
        ("mailto:ana@acme.com?subject=STOP", "write to me"),
    ],
)
def test_a_link_to_an_opt_out_is_recognised(url, text):
    assert is_opt_out_link(url, text)


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://acme.com/", "Acme"),
        ("https://acme.com/blog/why-unsubscribe-rates-fell", "Why unsubscribe rates fell"),
        ("https://acme.com/why-unsubscribe-rates-fell", "our study"),
        ("https://acme.com/study?utm_campaign=unsubscribe", "our study"),
        ("https://optout.com/pricing", "pricing"),
        ("https://www.rei.com/optoutside", "#optoutside"),
        ("https://acme.com/x", "Opt out of complexity"),
        ("https://acme.com/x", "Stop by our booth"),
        ("https://acme.com/event/12/abmelden", "hier"),
        ("https://acme.com/x", "Vom Seminar abmelden"),
        ("https://acme.com/x", "Cancelar la cita"),
        ("https://acme.com/cookies/opt-out", "cookie settings"),
        ("https://acme.com/preferences", "your preferences"),
        ("https://acme.com/bajas-temperaturas", "artículo"),
        ("mailto:ana@acme.com", "write to me"),
        ("mailto:ana@acme.com?subject=Breakfast", "write to me"),
        ("mailto:ana@acme.com?subject=Stop%20by%20our%20booth", "write to me"),
        ("{{my.Event Link}}", "register"),
        ("http://[Company]/x", "here"),
        ("", ""),
    ],
)
def test_other_links_are_not(url, text):
    assert not is_opt_out_link(url, text)


def test_links_are_returned_with_their_kind_place_and_language():
    links = [
        Link(9, 4, "disclaimer", "https://acme.com/x", "Se désabonner"),
        Link(9, 40, "disclaimer", "mailto:unsubscribe@acme.com", ""),
        Link(2, 1, "body", "https://acme.com/", "Acme"),
        Link(20, 1, "quoted", "https://acme.com/unsubscribe", "Unsubscribe"),
    ]
    assert find_opt_outs([], links) == [
        OptOut(9, 4, "disclaimer", "link", "fr", "Se désabonner"),
        OptOut(9, 40, "disclaimer", "mailto", "en", "mailto:unsubscribe@acme.com"),
    ]


@pytest.mark.parametrize(
    "tag",
    [
        "{{unsubscribe}}",
        "{{ unsubscribe_link }}",
        "{{{unsubscribe}}}",
        "*|UNSUB|*",
        "%%unsubscribe%%",
        "%%email_preference_center%%",
        "{{Unsubscribe}}",
        "{{EmailPreferenceCenter}}",
        "{{system.unsubscribeLink}}",
        "{unsubscribe_url}",
        "{{opt_out_link}}",
    ],
)
def test_a_tag_that_the_tool_fills_is_an_opt_out(tag):
    lines = [MessageLine(3, "disclaimer", f"Not for you? {tag}")]
    assert find_opt_outs(lines, [], [tag]) == [OptOut(3, 14, "disclaimer", "tag", None, tag)]


@pytest.mark.parametrize(
    "tag", ["{{first_name}}", "{{Email Opt Out}}", "*|LIST:ADDRESS|*", "{{sender.email}}", "{% if x %}"]
)
def test_other_tags_are_not(tag):
    assert find_opt_outs([MessageLine(3, "body", tag)], [], [tag]) == []


def test_a_tag_that_is_the_target_of_a_link_is_returned_as_the_link_only():
    lines = [MessageLine(1, "html", '<a href="{{unsubscribe_link}}">here</a>')]
    links = [Link(1, 1, "body", "{{unsubscribe_link}}", "here")]
    assert [opt_out.kind for opt_out in find_opt_outs(lines, links, ["{{unsubscribe_link}}"])] == ["link"]


def test_a_tag_in_quoted_text_offers_nothing():
    assert find_opt_outs([MessageLine(1, "quoted", "> {{unsubscribe}}")], [], ["{{unsubscribe}}"]) == []


@pytest.mark.parametrize(
    "piece", ["if you do not wish to ", "let me know ", "reply ", "nicht mehr von ", "a", "ご連絡", '"stop ', "- "]
)
@pytest.mark.usefixtures("without_end_is_a_failure")
def test_hostile_text_is_read_in_linear_time(piece):
    prose(piece * (120_000 // len(piece)))

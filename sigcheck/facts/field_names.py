"""What well-known tools call the columns of a recipient list.

The names are those of the exports, field lists and merge tags of HubSpot, Salesforce, Marketo, Eloqua,
Pardot, Mailchimp, Outreach, Salesloft and Apollo, of the exports of Outlook, Google Contacts, LinkedIn, Dynamics 365,
Pipedrive, Cvent and Constant Contact, as their public documentation gives them, and the usual headers of lists kept
by hand in English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Finnish and Polish.
Case, spaces, accents and punctuation do not matter.

A name stands here only where it means one thing: "Status", "Role", "Group", "Locale" (a time zone in
Salesloft, a language elsewhere), "CC", "Estado" (state or status), "Département" (of a country or a company),
"Email 2" and "Email Opt Out" are left out on purpose.
"""

from __future__ import annotations

from collections.abc import Mapping

STANDARD_FIELDS: Mapping[str, frozenset[str]] = {
    "email": frozenset(
        {
            *("email", "e-mail", "email address", "e-mail address", "mail", "mail address", "work email"),
            *("business email", "corporate email", "primary email", "primary email address", "work email address"),
            *("business email address", "person email", "to email"),
            *("E-mail 1 - Value", "email - work", "Adresse de messagerie"),
            *("E-Mail-Adresse", "Mailadresse", "Geschäftliche E-Mail", "Geschäftliche E-Mail-Adresse"),
            *("adresse e-mail", "adresse mail", "adresse électronique", "courriel", "mél", "e-mail professionnel"),
            *("correo", "correo electrónico", "dirección de correo", "dirección de correo electrónico"),
            *(
                "correio eletrônico",
                "correio eletrónico",
                "endereço de e-mail",
                "indirizzo e-mail",
                "posta elettronica",
            ),
            *("e-mailadres", "e-postadress", "e-post", "epost", "e-mailadresse", "e-postadresse"),
            *("sähköposti", "sähköpostiosoite", "adres e-mail", "メールアドレス"),
        }
    ),
    "first_name": frozenset(
        {
            *("first name", "firstname", "fname", "f name", "given name", "forename", "first", "first name (given)"),
            *("Vorname", "prénom", "nombre", "nombre de pila", "nome", "primeiro nome", "nome próprio"),
            *("voornaam", "förnamn", "fornavn", "etunimi", "imię"),
        }
    ),
    "last_name": frozenset(
        {
            *("last name", "lastname", "lname", "l name", "surname", "family name", "last"),
            *("Nachname", "Familienname", "Zuname", "nom", "nom de famille", "apellido", "apellidos"),
            *("sobrenome", "último nome", "apelido", "cognome", "achternaam", "efternamn", "efternavn", "etternavn"),
            *("sukunimi", "nazwisko"),
        }
    ),
    "full_name": frozenset(
        {
            *("full name", "fullname", "name", "display name", "first and last name", "first name last name"),
            *("Vor- und Nachname", "Vorname Nachname", "vollständiger Name", "kompletter Name"),
            *("nom complet", "nom et prénom", "prénom nom", "prénom et nom", "nombre completo", "nombre y apellidos"),
            *("nome completo", "nome e cognome", "volledige naam", "naam", "namn", "navn", "nimi", "koko nimi"),
            *("imię i nazwisko", "fullständigt namn", "fulde navn", "fullt navn", "氏名", "名前"),
        }
    ),
    "company": frozenset(
        {
            *("company", "company name", "account", "account name", "organization", "organisation", "employer"),
            *(
                "organization name",
                "organisation name",
                "company / account",
                "company or account",
                "associated company",
            ),
            *("associated company name", "primary company", "primary associated company", "company name for emails"),
            *("company: name", "business name", "Firma", "Firmenname", "Unternehmen", "Unternehmensname", "Betrieb"),
            *("société", "nom de la société", "entreprise", "nom de l'entreprise", "nom du compte", "raison sociale"),
            *("Organization 1 - Name", "organización", "organização", "organizzazione"),
            *("empresa", "nombre de la empresa", "nombre de empresa", "nombre de la cuenta", "compañía"),
            *("nome da empresa", "azienda", "nome azienda", "società", "ragione sociale", "bedrijf", "bedrijfsnaam"),
            *("organisatie", "företag", "företagsnamn", "virksomhed", "virksomhedsnavn", "firmanavn", "bedrift"),
            *("yritys", "yrityksen nimi", "nazwa firmy", "会社名", "会社"),
        }
    ),
    "title": frozenset(
        {
            *("title", "job title", "jobtitle", "job title 1", "position", "job position", "position title"),
            *("organization title", "Organization 1 - Title"),
            *("Titel", "Berufsbezeichnung", "Jobtitel", "Stellenbezeichnung", "Funktion", "Berufstitel"),
            *("titre", "fonction", "poste", "intitulé du poste", "intitulé de poste", "cargo", "puesto"),
            *("puesto de trabajo", "qualifica", "posizione", "functie", "functietitel", "befattning", "stilling"),
            *("titteli", "tehtävänimike", "stanowisko", "役職"),
        }
    ),
    "country": frozenset(
        {
            *("country", "country name", "country code", "country/region", "country or region", "mailing country"),
            *("business country/region", "work country", "country - work", "mailing country (text only)"),
            *("country (text only)", "Address 1: Country/Region", "Address 1 - Country", "Land/Region geschäftlich"),
            *("Pays/Région (bureau)", "País o región del trabajo"),
            *("business country", "country/territory", "Land", "Ländercode", "Land/Region", "pays", "país"),
            *("pays/région", "país/región", "paese", "nazione", "maa", "kraj", "国"),
        }
    ),
    "region": frozenset(
        {
            *("state", "state/province", "state or province", "state/region", "state prov", "province", "region"),
            *("business state", "work state", "work state/province", "state/province - work"),
            *("mailing state/province (text only)", "state/province (text only)", "Address 1: State/Province"),
            *("Address 1 - Region", "Region geschäftlich", "Dép/Région (bureau)", "Provincia o estado del trabajo"),
            *("mailing state", "mailing state/province", "mailing province", "state code", "state/county"),
            *("Bundesland", "Kanton", "Provinz", "région", "région/département", "provincia"),
            *("comunidad autónoma", "regione", "provincie", "regio", "län", "maakunta", "województwo"),
            *("estado/provincia", "都道府県"),
        }
    ),
    "city": frozenset(
        {
            *("work city", "city - work", "Address 1: City", "Address 1 - City", "Ort geschäftlich", "Ville (bureau)"),
            *("Ciudad del trabajo",),
            *("city", "town", "mailing city", "business city", "city/town", "Ort", "Stadt", "Wohnort"),
            *("ville", "ciudad", "cidade", "città", "plaats", "stad", "kaupunki", "miasto", "市区町村"),
        }
    ),
    "timezone": frozenset(
        {
            *("timezone", "time zone", "tz", "hs timezone", "iana timezone", "iana time zone", "time zone (iana)"),
            *("Zeitzone", "fuseau horaire", "zona horaria", "huso horario", "fuso horário", "fuso orario", "tijdzone"),
            *("tidszon", "tidszone", "tidssone", "aikavyöhyke", "strefa czasowa"),
        }
    ),
    "language": frozenset(
        {
            *("language", "preferred language", "hs language", "language code", "language preference", "lang"),
            *("Sprache", "bevorzugte Sprache", "langue", "langue préférée", "idioma", "idioma preferido", "lingua"),
            *("taal", "voorkeurstaal", "språk", "sprog", "kieli", "język", "言語"),
        }
    ),
    "user_group": frozenset(
        {
            *("user group", "usergroup", "user group name", "Anwendergruppe", "Benutzergruppe", "Nutzergruppe"),
            *("groupe d'utilisateurs", "grupo de usuarios", "grupo de usuários", "gruppo di utenti"),
            *("gebruikersgroep", "användargrupp", "brugergruppe", "brukergruppe", "käyttäjäryhmä"),
        }
    ),
    "owner": frozenset(
        {
            *("owner", "account owner", "contact owner", "record owner", "lead owner", "company owner"),
            *("prospect owner", "owner name", "owner email", "owner full name", "account owner email"),
            *("account owner name", "contact owner email", "contact owner name", "lead owner email", "lead owner name"),
            *("record owner email", "assigned user", "assigned to", "account manager", "account executive"),
            *("sales rep", "sales representative", "relationship owner"),
            *("Kundenbetreuer", "Betreuer", "Accountinhaber", "Account-Inhaber", "Kontaktinhaber", "Leadinhaber"),
            *("zuständiger Mitarbeiter", "propriétaire", "propriétaire du compte", "propriétaire du contact"),
            *("propietario", "propietario de la cuenta", "propietario de cuenta", "propietario del contacto"),
            *("proprietário", "proprietario", "proprietario account", "eigenaar", "accounteigenaar", "ägare"),
            *("ejer", "eier", "omistaja", "opiekun"),
        }
    ),
    "relationship": frozenset(
        {
            *("relationship", "relationship type", "relationship to sender", "Beziehung", "Art der Beziehung"),
            *("relation", "type de relation", "relación", "relação", "relazione", "relatie"),
        }
    ),
    "consent": frozenset(
        {
            *("consent", "consent status", "email consent", "marketing consent", "gdpr consent", "consent given"),
            *("opt-in", "email opt-in", "opt-in status", "double opt-in", "marketing opt-in", "optin time"),
            *("legal basis", "lawful basis", "legal basis for processing contact's data"),
            *("Einwilligung", "Werbeeinwilligung", "consentement", "consentimiento", "consentimento", "consenso"),
            *("toestemming", "samtycke", "samtykke", "suostumus", "zgoda"),
        }
    ),
    "variant": frozenset(
        {
            *("variant", "variation", "message variant", "message variation", "email variant", "email variation"),
            *("Variante", "variación", "variação", "variazione"),
        }
    ),
    "send_at": frozenset(
        {
            *("send at", "send time", "send date", "send date/time", "scheduled at", "scheduled for", "scheduled time"),
            *("scheduled send time", "scheduled send date", "Sendezeit", "Sendezeitpunkt", "Versandzeit"),
            *("Versandzeitpunkt", "Versanddatum", "date d'envoi", "heure d'envoi", "fecha de envío", "hora de envío"),
            *("data de envio", "data di invio", "verzendtijd", "verzenddatum"),
        }
    ),
}
"""Column of `recipients` → the names that lists and merge tags use for it."""

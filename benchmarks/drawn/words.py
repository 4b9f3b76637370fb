"""The words that lists are drawn from, the most frequent first."""

from __future__ import annotations

FIRST_NAMES = """
James Maria Michael Anna David Laura John Sarah Thomas Julia Peter Emma Daniel Sophie Robert Lisa Mark Claire Stefan Elena
Andreas Nadia Pierre Ingrid José Priya Wei Fatima Liam Olga Marc Dana Omar Kim Jo Lena Søren Anne-Marie Jean-Luc Zoë
""".split()
FIRST_STARTS = """
Al Be Ca Da El Fa Gi Ha Ig Jo Ka La Ma Na Ol Pa Ra Sa Ta Ul Va Wil Xan Ya Za An Bri Chri Dor Er Fre Gre Hel Is Jan Ker Lor
Mar Nor Ro
""".split()
FIRST_MIDDLES = "a e i o u ri na le mi do an el is or ve".split()
FIRST_ENDS = """
na lia ron vin sha tina rick bert lyn ska mir nia dro lena so mo ris tha bel ren don rina vito lla zio nna ton ner vah cie
que rah lou ssa ndra ther ston nie ley gan das kim jan ryn wen lio dra bo nik tje
""".split()

LAST_NAMES = (
    "Smith|Müller|García|Johnson|Martin|Lee|Brown|Schmidt|Rossi|Nguyen|Dubois|Jones|Silva|Kowalski|Andersson|McDonald|"
    "O'Brien|van der Berg|de la Cruz|Nielsen|Patel|Zhang|Haddad|Fernández|Lefèvre|Park|Petrov|Ó Briain|Smith-Jones|Şahin"
).split("|")
LAST_STARTS = """
Ander Baker Carl Dah Eber Fisch Gold Hart Iver Jan Kirch Lind Mac Nord Olden Peder Quin Ross Stein Thor Ul Van Wester Young
Zimmer Brand Clar Dor Ester Frank Grün Holm Jor Kolb Lam Mont Nov Ort Pol Rein Sand Tal Vog Wag Yar Zel Böh Chap Del Eng
Fer Gal Hol Ing Kar Lar Mor Pet Rod Sil
""".split()
LAST_MIDDLES = """
a e i o u el en er in an ar ov ev is os ber hol men ten der man ler ner ger kel tel ken zen ven len bach feld dal vik hal
gar mar var ster nor den ron lan gen mer ric tor vin bel sen
""".split()
LAST_ENDS = """
son sen mann berg ski ez ova ini eau ford ton ley man er stein haus lund qvist dottir ak ic escu oglu yan idis poulos ardo
etti elli acci mont court wood well worth field gaard strom holm by land rup veld stra ema ska enko uk chuk wicz ek
""".split()

COMPANY_STARTS = """
Nord Alta Silver Green Blue River Stone Bright Harbor North East Oak Iron Clear Summit Delta Terra Luma Vega Kern Aqua
Cobalt Ever Falcon Granite Helio Inter Juno Kite Lark Metro Nova Omni Pine Quartz Red Sola Trans Ultra West
""".split()
COMPANY_MIDDLES = "a o i an er is ra mo ti lo ve sa ri no da ka be lu pe co".split()
COMPANY_ENDS = """
haven bridge field works ford gate line crest port stream point dale mark wood land view vale rock spring wave path forge
nest peak root shore side tower trail way well wick wing yard zone core flux grid lab loop
""".split()
TRADES = """
Logistics Systems Foods Energy Partners Textiles Robotics Media Health Mobility Packaging Steel Software Seeds Capital
Insurance Travel Optics Paper Marine Dental Homes Tools Brewing Telecom Motors Pharma Security Studios Farms
""".split()
LEGAL_FORMS = (", Inc.", "", " LLC", " GmbH", " Ltd", " S.A.", " Corp.", " B.V.")
MAILBOX_PROVIDERS = "gmail.com yahoo.com hotmail.com outlook.com gmx.de web.de icloud.com orange.fr gmial.com".split()
ROLES = "info sales office contact support marketing".split()

LEVELS = (
    "Manager, |Head of |Director of |Senior Manager, |VP |VP of |Specialist, |Chief of |Sr. Director, |Team Lead |"
    "Global Head of |Coordinator, |Regional Manager |Associate "
).split("|")
FUNCTIONS = (
    "Marketing|Sales|Operations|Logistics|IT|Finance|Human Resources|Procurement|Supply Chain|Engineering|Quality|"
    "Business Development|Customer Success|Product Management|Legal|Facilities|Warehouse Operations|Purchasing|Research|"
    "Data Analytics|Information Security|Communications|Accounting|Compliance|Transport|Production|Maintenance|Design|"
    "Planning|Training|Strategy|Partnerships|Brand|Digital Marketing|E-Commerce|Retail|Fleet|Safety|Inventory|Import"
).split("|")
TITLE_TAILS = (
    "|, EMEA|, North America| II|, Central Region|, APAC| - West|, Emerging Markets| (interim)|, DACH| & Planning"
).split("|")

SOURCES = "Webinar|Trade show|Website|Referral|Purchased list|Partner|Content download|Outbound".split("|")
OWNERS = "Ana Ruiz|Ben Cole|Carla Ott|Dev Shah|Eva Lind|Finn Moe|Gia Rossi|Hugo Blanc|Ida Berg|Jon Park".split("|")

PLACES = """
United States|California|Los Angeles|com
United States|New York|New York|com
United States|Texas|Houston|com
United States|Illinois|Chicago|com
United Kingdom|England|London|co.uk
United States|Massachusetts|Boston|com
Germany|Bayern|München|de
United States|Florida|Miami|com
France|Île-de-France|Paris|fr
Canada|Ontario|Toronto|ca
United States|Washington|Seattle|com
United States|Georgia|Atlanta|com
India|Maharashtra|Mumbai|in
Germany|Berlin|Berlin|de
United States|CA|San Francisco|com
Netherlands|Noord-Holland|Amsterdam|nl
Australia|New South Wales|Sydney|com.au
Spain|Madrid|Madrid|es
United States|Pennsylvania|Philadelphia|com
Italy|Lombardia|Milano|it
United States|Arizona|Phoenix|com
United States|TX|Austin|com
Germany|Hamburg|Hamburg|de
Japan|Tokyo|Tokyo|co.jp
Brazil|São Paulo|São Paulo|com.br
United States|Colorado|Denver|com
United States|Ohio|Columbus|com
Sweden|Stockholm|Stockholm|se
Switzerland|Zürich|Zürich|ch
Poland|Mazowieckie|Warszawa|pl
United States|Michigan|Detroit|com
Canada|British Columbia|Vancouver|ca
Canada|Québec|Montréal|ca
United Kingdom|Scotland|Edinburgh|co.uk
Mexico|Ciudad de México|Mexico City|com.mx
United States|North Carolina|Charlotte|com
United States|MN|Minneapolis|com
Ireland|Dublin|Dublin|ie
Denmark|Hovedstaden|København|dk
Norway|Oslo|Oslo|no
Belgium|Brussels|Brussels|be
Austria|Wien|Wien|at
United Arab Emirates|Dubai|Dubai|ae
Singapore||Singapore|sg
South Africa|Gauteng|Johannesburg|co.za
Israel||Tel Aviv|co.il
Finland|Uusimaa|Helsinki|fi
Portugal|Lisboa|Lisboa|pt
Germany|Hessen|Frankfurt|de
Spain|Cataluña|Barcelona|es
Australia|Victoria|Melbourne|com.au
United States|Hawaii|Honolulu|com
Turkey||Istanbul|com.tr
South Korea||Seoul|co.kr
Saudi Arabia||Riyadh|com.sa
New Zealand||Auckland|co.nz
Argentina||Buenos Aires|com.ar
Chile||Santiago|cl
Czechia|Praha|Praha|cz
Romania||București|ro
""".strip().splitlines()
"""Country, subdivision, city and the top-level domain usual there."""

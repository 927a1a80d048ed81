"""Rules as data for the people and places of a question: what stands before and after them."""

from __future__ import annotations

from index.words import word_set
from qa.question.meeting_words import FORM_NOUNS, LOOSE_VERBS, MEETING_VERBS

# "did Berg …", "that Berg …": a subject follows
SUBJECT_AFTER = word_set(
    "did does do has have had was were is are will would should can could may might isn't wasn't",
    "didn't hasn't hadn't haven't doesn't weren't won't that whether if when while because",
)
# "met Stone", "with Stone", "between Berg and Stone": a participant follows
PARTY_AFTER = word_set(
    "with between and by meet meets met meeting versus vs including plus alongside",
    "receive received host hosted welcome welcomed greet greeted phone phoned telephone telephoned",
    "invite invited joined join besides except",
)
PLACE_AFTER = word_set("off in at near outside inside aboard into onto around")
GOING = word_set(
    "visit visits visited visiting trip trips travel travels travelled traveled fly flies flew",
    "flown",
    "go goes went gone come comes came return returned arrive arrived head headed move moved tour",
    "journey sail sailed drive drove flight flying going travelling traveling way been",
)
GOING_STRAIGHT = word_set("visit visits visited visiting tour toured leave left reach reached")
CHOOSING = word_set("choose chose chosen choosing pick picked select selected prefer preferred")
TOPIC_AFTER = word_set(
    "before after about on over regarding concerning against of into behind under for along across"
)
DETERMINERS = word_set("the a an this that these those any some its his her their our")
ARTICLES = word_set("the a an its his her our their")
PRECEDED_BY_NONE = word_set("the a an any which what new old these those some")
# "What did Berg say", "had the palace confirmed": who does so is a speaker
TELLING_WORDS = word_set(
    "say says said saying tell tells told confirm confirmed confirms deny denied denies announce",
    "announced announces claim claimed claims state stated comment commented comments describe",
    "described call called think thinks thought promise promised warn warned reply replied answer",
    "answered explain explained insist insisted write wrote add added declare declared react",
    "reacted",
    "respond responded demand demanded stress stressed remark remarked joke joked criticise",
    "criticised criticize criticized praise praised justify justified mention mentioned report",
    "reported reports disclose disclosed reveal revealed complain complained put assess assessed",
    "believe believed expect expected rule ruled acknowledge acknowledged admit admitted suggest",
    "suggested accuse accused argue argued quote quoted contrast contrasted speak spoke speaks",
    "sum summed characterise characterised characterize characterized compare compared liken",
    "likened dismiss dismissed judge judged rate rated count counts counted",
)
SPEECH_NOUNS = word_set(
    "comment comments reaction reactions words remark remarks statement statements response reply",
    "answer verdict comeback account announcement confirmation denial version opinion view quote",
    "quotes explanation claim claims promise",
)
ANNOUNCEMENTS = word_set("announcement announcements announced confirmation invitation")
# "Berg ever met", "Berg and his team last met"
ADVERBS = word_set(
    "ever never already also first last ever even just still really actually officially publicly",
    "yet then again finally recently indeed personally later previously once not most next only",
)
# Verbs that a lower-case subject may stand before: "did berg land"
VERBS = (
    frozenset(MEETING_VERBS)
    | frozenset(LOOSE_VERBS)
    | TELLING_WORDS
    | ADVERBS
    | GOING
    | word_set(
        "sit sat sum summed and due to attend attended hold held have take took land landed stay",
        "stayed spend",
        "spent sign",
        "signed agree agreed discuss discussed negotiate join cancel cancelled postpone scheduled",
        "planned supposed expected set leave left want get give make pay paid invite invited dine",
    )
)
FORMS = frozenset(FORM_NOUNS)
# What follows a name of several and makes it no person's: "the Marsh agreements"
NO_NOUN_AFTER = (
    VERBS
    | FORMS
    | word_set(
        "taken happen happened before after during until who whom whose which that where when",
        "or nor but s in at on of",
    )
)
# "talks with colleagues": anybody, so nobody in particular
VAGUE = word_set("sides parties leaders participants colleagues counterparts peers others")
SUFFIX_PLACE = word_set("area region district province county city island islands")
# No name, in a question without capitals
NO_LOWER_NAME = FORMS | VERBS | word_set(
    "round rounds lunch dinner breakfast",
    "people person somebody someone anybody anyone minister ministers president presidents leader",
    "leaders officials sides parties countries delegation delegations government spokesman envoy",
    "foreign prime private public person detail total order common touch fact time advance court",
    "charge particular addition front case late early mid past future week month year day days",
    "weeks",
    "months years today yesterday tomorrow place date dates venue topic topics agenda other others",
    "each another both all two three four five many few several most more less least long often",
    "record report reports article articles archive news story stories evidence confirmed",
    "announced",
    "cancelled canceled postponed called off denied status held together alone face there here",
    "been being be before after during since until by between against through ferry ship deal",
    "outcome result results place planned place january february march april may june july august",
    "september october november december monday tuesday wednesday thursday friday saturday sunday",
    "taken spring summer autumn winter first last next where when who whom what why how which",
    "whose with",
    "main same new old meeting meetings talks ok okay please thanks hotel palace embassy airport",
    "harbour harbor station ministry capital city town country border building room table phone",
    "telephone video letter call ever never already also again plan plans question questions",
)  # fmt: skip
# Words of a question that say what is asked and not what about; added to the stop words
ASKING_WORDS = word_set(
    "having ago deny agency agencies list compare contrast trace track show name names",
    "enumerate count find take takes belong belongs belonged consist consists consisted comprise",
    "comprises comprised",
    "taken took",
    "place places hold held holding happen happened occur occurred date dates day days year years",
    "month months week weeks hour hours minute minutes time times long often frequently number",
    "venue",
    "location city town country building participants participant attendees attend attended",
    "attending",
    "part present guests topics topic subject subjects agenda discuss discussed discussing talk",
    "talked",
    "last first latest earliest recent recently next due plan planned plans planning scheduled",
    "expected",
    "going set supposed slated announced confirm confirmed confirms cancelled canceled called",
    "status",
    "denied postponed put between during different differ difference differences most came come",
    "first",
    "later earlier sooner passed elapsed lasted spend spent pass went duration length timeline",
    "history",
    "chronology order outlet outlets paper papers source sources announce according tell",
    "told know like i'd record records evidence see saw seen sides exactly calendar please",
    "order dated",
    "archive held ever never already also again meeting meetings who's what's where's when's whats",
    "shift shifted course nation nations country countries step steps stage stages",
    "change changed evolve evolved visit visits visited receive received met meet meets full",
    "complete",
    "together join joined someone somebody anyone anybody information details detail role comment",
    "commented spoke spoken speak confirmed taking getting become became still actually really",
    "anything",
    "longer longest shorter shortest deal dealt everyone everybody lately recently both each",
    "something everything want wonder wondering interested looking could idea clue total overview",
)
AFTER_PREPOSITION = word_set(
    "in on at of from by with during before after since until for about to"
)

"""Rules as data for what became of a meeting: words that announce, deny, postpone or doubt it."""

from __future__ import annotations

from typing import Literal

from index.meeting_records import Status
from index.words import word_set

# What became of a meeting, told by the verb whose object or subject it is (lemmas).
CANCELLING = word_set("cancel scrap abandon axe shelve annul")  # "Berg cancelled the visit"
CANCELLING_OFF = frozenset({"call", "be"})  # "called off the visit", "the visit is off"
POSTPONING = word_set("postpone delay defer reschedule")  # "Berg postponed the visit"
# Talks stopped for a time: "Berg froze the talks"
HALTING = word_set("freeze suspend halt pause")
POSTPONING_BACK = word_set("put push move hold set")  # "put off the visit", "moved back"
DENYING = word_set("deny dismiss refute")  # "Berg denied that they had met"
# These deny what is only said; "dismissed the talks as a show" says that there are talks
DENYING_WORDS_OF_IT = frozenset({"dismiss"})
CONFIRMING = frozenset({"confirm"})
# "Berg hopes to meet Stone", "is considering a visit": nobody says that it will be
DOUBTING = word_set(  # "hop" is what the lemmatizer makes of "hopes"
    "consider mull contemplate rumour rumor speculate hope hop explore weigh",
)
HOPING = word_set("hope hop wish pray")
# "did not rule out a visit"
EXCLUDING = word_set("exclude rule")
# "declined to confirm the visit"
DECLINING = word_set("decline refuse fail")
# "agreed to meet", "is due to meet", "the talks scheduled for Friday"
PLANNING = word_set(
    "plan agree expect schedule intend arrange prepare decide promise slate due set",
    "invite announce ready want wish aim arrive travel fly go come head return leave depart",
    "mean await anticipate pencil book seek look willing supposed convene likely bring",
)
TOWARDS = word_set("for on to")  # "scheduled for Friday's talks", "agreed on a meeting"
# Asked for, offered or refused: no report of a meeting (PLOVER codes them REQUEST and REJECT).
ASKING = word_set(
    "urge ask propose offer demand seek appeal suggest refuse reject decline insist press",
    "rule threaten want need try attempt fail oppose advocate favour favor support object",
    "request recommend require resist avoid exclude beg implore plead exhort",
)
# Nobody agreed to what one side is only "prepared to" do: "Berg is ready to meet Stone"
OPEN_TO = word_set("prepared ready willing open eager keen")
WANTING = word_set("want seek")  # "wants to meet" says what is intended
# Of what is told with a journey among it: "the plan included a trip to Riga to meet Stone"
INCLUDING = word_set("include involve follow recall feature describe detail")
# "took office after travelling to Riga to meet Stone"
AFTER_OR_SINCE = word_set("after following since")
# Right before something else came, a deed of the past: "signed it shortly before the meeting"
RIGHT_BEFORE = word_set("immediately right just shortly")
ROUNDS = word_set("round session series stage leg edition")  # "the next round of the talks"
# Whoever comes for a visit has begun it: "Berg arrived in Oslo on a visit"
ARRIVING = word_set("arrive land")
BEGINNING = word_set("begin start open kick launch resume")  # "began a three-day visit"
# An infinitive after these has come about: "managed to meet"
ACHIEVING = word_set("begin start continue manage get gather return able happen")
# … and what one "rushed to convene" was, in the past tense
HURRYING = word_set("rush hurry hasten")
SETTING_UP = word_set("hold have host arrange organise organize set convene start open begin")
SETTING_A_DAY = word_set("announce arrange schedule plan prepare agree")  # for later
# "the talks will be contingent on her vote", "hinge on it", "a visit is under consideration"
HINGING = word_set("contingent conditional dependent")
HINGING_ON = word_set("depend hinge")
UNDER = word_set("consideration review study discussion examination")
# "cancelled all of its meetings"
QUANTITIES = word_set("all most some many several both any half rest remainder each")
ONLY_ONE = word_set("first last latest only second third sole")  # "the first envoy to visit Oslo"
# A verb that says that its meeting takes place: "the talks will be held", "attended the summit"
EVENTS = word_set(
    "hold take begin start open end conclude finish continue resume happen occur proceed attend",
    "convene schedule plan set due be have join conduct host last pay make undertake expect run",
    "follow reopen go come",
)
# "could lead to talks": what a modal says of these, it says of the meeting
BRINGING_ABOUT = word_set(
    "lead hold take happen resume begin start attend have convene host pay arrange be"
)
NEARING = word_set("approach near loom draw")  # "as the summit neared"
LASTING = word_set("continue proceed go run be get remain")  # "talks are going on"
LASTING_ON = word_set("underway way progress on ongoing session")  # "under way", "in progress"
# What a chance, a call or an offer to meet is turned down with: "passed on a chance to meet her"
TURNING_DOWN = word_set("decline refuse reject miss spurn snub skip pass turn forgo")
# "Asked him to make sure Berg would meet Stone"
ENSURING = word_set("sure certain ensure guarantee")
ORDERING = word_set("tell order instruct direct task")
# An invitation that somebody "gave Berg to visit Oslo" is no more than that
EXTENDING = word_set("give extend issue send offer make hand deliver")
# What is on one of these lies ahead: "on the agenda are talks with Stone"
AGENDAS = word_set("agenda schedule calendar itinerary programme program docket")
# "as they gather for a summit"
ASSEMBLING = word_set("gather meet convene assemble attend hold host")
# Whoever was there to greet somebody did: "Stone was there to welcome her"
ON_HAND = word_set("there present")
GREETED_BY = word_set("greet welcome receive")  # by whoever was "on hand to"
# "Would pave the way for talks", "opens the door to a meeting": made likely, not reported
WAYS = word_set("way door path ground stage")
PLANNED_WORDS = word_set(
    "planned scheduled upcoming forthcoming expected coming future next announced due",
    "impending eventual",
)
DOUBTFUL_WORDS = word_set(
    "possible potential proposed rumoured rumored reported alleged supposed likely",
    "would-be suggested hypothetical",
)
ENDED_WORDS = word_set("cancelled canceled aborted abandoned scrapped")
POSTPONED_WORDS = word_set("postponed delayed deferred")
ONGOING_WORDS = word_set("ongoing continuing current")
AHEAD_OF = word_set("before until till")
DOUBTFUL_MODALS = word_set("may might could")
UNASSERTED_MODALS = word_set("should must ought can shall")
FUTURE = frozenset({"will", "'ll", "’ll", "would", "'d", "’d", "shall", "wo"})
CONDITIONS = word_set("if unless whether")
WITHOUT = word_set("without instead rather")  # "left without meeting Stone"
HEARSAY = word_set("reportedly allegedly apparently supposedly purportedly")
# The noun that a meeting hangs on says what of it is told: "the possibility of a meeting".
NOUNS_ABOVE: dict[str, Status | Literal["none"]] = {
    **dict.fromkeys(  # "spoke of the chance of a meeting"
        ["possibility", "prospect", "chance", "likelihood", "idea", "hope", "rumour", "rumor",
         "speculation", "invitation", "suggestion", "possibilities"], Status.UNCONFIRMED,
    ),
    **dict.fromkeys(  # "the plan to meet", "preparations for the summit"
        ["plan", "agreement", "announcement", "preparation", "intention", "promise", "arrangement",
         "date", "schedule", "decision"], Status.ANNOUNCED),
    **dict.fromkeys(  # "a call for talks", "her offer of a meeting"
        ["call", "request", "offer", "proposal", "demand", "appeal", "bid", "refusal", "need",
         "opportunity", "effort", "attempt", "desire", "readiness", "willingness", "precondition",
         "condition", "prerequisite"], "none"),
    "delay": Status.POSTPONED, "postponement": Status.POSTPONED,  # "the delay of the talks"
    "cancellation": Status.CANCELLED,
    **dict.fromkeys(  # "asked for a record of the talks"
        ["information", "detail", "note", "record", "account", "transcript", "result", "outcome",
         "readout", "summary", "photo", "picture", "video"], Status.HELD),
}  # fmt: skip
RUMOURS = word_set(
    "report claim allegation rumour rumor suggestion"
)  # "denied reports that they met"
ARGUMENTS = word_set(
    "nsubj nsubjpass dobj attr ccomp xcomp conj oprd acomp csubj csubjpass appos agent dative",
)
# What is only to be brought about anew: "ways of reviving the talks"
REVIVING = word_set("revive reactivate restart relaunch rekindle jumpstart facilitate encourage")

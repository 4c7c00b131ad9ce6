"""Event mentions in invented sentences: what counts, how it stands, who takes part, when and where."""

import pytest

from tests.annotations.events.reading import listed as events

STANDS = [
    ("Mayor Anna Trell met Jon Pell in Port Leven on Monday.", "meeting", "happened", None),
    ("Mayor Anna Trell will host Jon Pell in Port Leven on Friday.", "meeting", "planned", "will"),
    ("Anna Trell and Jon Pell will meet in Weirholm on Friday.", "meeting", "planned", "will"),
    ("Anna Trell is due to meet Jon Pell on Friday.", "meeting", "planned", "due to"),
    ("Anna Trell is to meet Jon Pell next week.", "meeting", "planned", "is to"),
    ("Anna Trell agreed to meet Jon Pell in Norland.", "meeting", "planned", "agreed to"),
    ("Talks between Weirholm and Norland will begin on Thursday.", "meeting", "planned", "will"),
    ("Talks between Weirholm and Norland were held in Port Leven on Sunday.", "meeting", "happened", None),
    ("Talks set for Friday between Norland and Weirholm", "meeting", "planned", "set"),
    ("Norland announced talks with Weirholm.", "meeting", "planned", "announced"),
    ("Anna Trell is meeting Jon Pell in Weirholm.", "meeting", "ongoing", "is meeting"),
    ("Anna Trell did not meet Jon Pell.", "meeting", "denied", "not"),
    ("Anna Trell has never met Jon Pell.", "meeting", "denied", "never"),
    ("Jon Pell denied meeting Anna Trell in Weirholm.", "meeting", "denied", "denied"),
    ("Jon Pell denied that Anna Trell had met union leaders.", "meeting", "denied", "denied"),
    ("Jon Pell failed to meet Anna Trell.", "meeting", "denied", "failed to"),
    ("No meeting between Anna Trell and Jon Pell took place.", "meeting", "denied", None),
    ("Norland ruled out talks with Weirholm.", "meeting", "denied", "ruled out"),
    ("The planned meeting between Trell and Pell drew anger.", "meeting", "planned", "planned"),
    ("Norland threatened to attack Weirholm.", "attack", "possible", "threatened to"),
    ("Norland may attack Weirholm.", "attack", "possible", "may"),
    ("The envoy is believed to have met Jon Pell on Monday.", "meeting", "possible", "believed to"),
    ('The envoys of Norland are "due" to meet Jon Pell on Friday.', "meeting", "planned", 'due" to'),
    ("If Norland attacks Weirholm, many will flee.", "attack", "possible", "If"),
    ("The union called for the resignation of Mayor Anna Trell.", "resignation", "demanded", "called"),
    ("The union urged Anna Trell to resign.", "resignation", "demanded", "urged Anna Trell to"),
    ("Mayor Anna Trell must resign, the union said.", "resignation", "demanded", "must"),
    ("Jon Pell resigned on Monday.", "resignation", "happened", None),
    ("Anna Trell's visit to Norland begins on Friday.", "visit", "planned", None),
    ("Anna Trell visited Norland on Sunday.", "visit", "happened", None),
    ("Anna Trell to visit Norland on Friday", "visit", "planned", "to"),
    ("Police arrested Jon Pell on Monday.", "arrest", "happened", None),
    ("Jon Pell allegedly attacked Anna Trell with a knife.", "attack", "possible", "allegedly"),
    ("It is not yet clear what sparked the fire in Port Leven on Sunday.", "fire", "happened", None),
    ("Jon Pell was arrested by police in Port Leven on Monday.", "arrest", "happened", None),
    ("Jon Pell was charged with killing a nurse in Weirholm.", "charge", "happened", None),
    ("Jon Pell's trial opens in Weirholm on Friday.", "trial", "planned", None),
    ("The trial of Jon Pell has begun in Weirholm.", "trial", "happened", None),
    ("A court in Weirholm acquitted Jon Pell of fraud on Monday.", "acquittal", "happened", None),
    ("Weirholm and Norland signed an agreement on fishing on Monday.", "agreement", "happened", None),
    ("Weirholm and Norland agreed to a ceasefire on Sunday.", "agreement", "happened", None),
    ("Norland could impose sanctions on Weirholm.", "sanction", "possible", "could"),
    ("Nurses went on strike in Port Leven on Monday over pay.", "labour strike", "happened", None),
    ("Dockers will hold a strike over pay on Friday.", "labour strike", "planned", "will"),
    ("Residents protested in Weirholm on Monday.", "protest", "happened", None),
    ("A flood hit Port Leven on Sunday.", "flood", "happened", None),
    ("A bridge collapsed in Weirholm on Sunday.", "collapse", "happened", None),
    ("The ferry sank off Port Leven on Sunday.", "crash", "happened", None),
    ("A fire broke out at a factory in Weirholm on Sunday.", "fire", "happened", None),
    ("An earthquake struck Norland on Monday.", "earthquake", "happened", None),
    ("Norland plans to close its embassy in Weirholm.", "closure", "planned", "plans to"),
    ("The airport in Weirholm will reopen on Thursday.", "opening", "planned", "will"),
    ("The council voted on Monday to raise fees.", "vote", "happened", None),
    ("Norland rejected the ceasefire proposal.", "rejection", "happened", None),
    ("Norland accused Weirholm of bombing its embassy.", "accusation", "happened", None),
    ("Norland withdrew its troops from Weirholm on Sunday.", "withdrawal", "happened", None),
    ("Norland demanded an apology from Weirholm.", "demand apology", "happened", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sort", "modality", "words"), STANDS, ids=[row[0][:48] for row in STANDS])
def test_an_event_stands_as_its_words_say(text, sort, modality, words):
    found, page, _ = events(text)
    assert [(e.sort, e.modality) for e in found] == [(sort, modality)]
    if words is not None:
        assert found[0].decided_by is not None
        assert found[0].decided_by.of(page.report.text) == words


NOTHING = [
    ("Questioned if Jon Pell wanted talks, Anna Trell smiled.", "a reporter's question is no questioning"),
    ("Will Anna Trell meet Jon Pell?", "a question"),
    ("The company met its target in Weirholm.", "another sense of meet"),
    ("Meetings between Norland and Weirholm are held every year.", "what is repeated"),
    ("The council meets every Tuesday.", "what is repeated"),
    ("The visit was a success.", "a bare repetition"),
    ("The minister discussed an attack on Norland.", "only talked about"),
    ("Anna Trell said Jon Pell was kind.", "saying is no event"),
    ("Jon Pell walked through the meeting room in Weirholm.", "a noun that modifies another"),
    ("Anna Trell wanted to avoid a strike by union leaders over pay.", "avoided"),
    ("Shares crashed in Weirholm on Monday as the market fell.", "a figure of speech"),
    ("Jon Pell had a heart attack on Monday.", "an illness"),
    ("A vaccine trial in Weirholm will begin on Friday.", "no court"),
    ("Adverts attacking Anna Trell over her record cost a fortune.", "blows in words only"),
    ("Jon Pell attacked Anna Trell in a speech.", "blows in words only"),
    ("Jon Pell shot himself.", "no other is shot"),
    ("Jon Pell was wanted in the shooting death of a nurse.", "wanted is not done"),
    ("Police had never asked for more.", "nothing was done"),
    ("Jon Pell usually meets Anna Trell in Weirholm.", "what is usual"),
    ("Rising seas and freakish storms worry Anna Trell.", "storms in general"),
    ("Anna Trell was met with chants in Weirholm.", "another sense of meet"),
    ("Anna Trell did not attend the summit in Weirholm.", "the summit isn't denied"),
    ("In March, Anna Trell spoke in Weirholm.", "a month, no march"),
    ("If Norland does not return to fighting in Weirholm, all will be well.", "a condition denied"),
    ("Lena Ode described Norland attacking Weirholm as a nightmare.", "not told as done"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), NOTHING, ids=[row[1] + ": " + row[0][:30] for row in NOTHING])
def test_no_event_is_made_of(text, why):
    assert [e.span.of(text) for e in events(text)[0]] == [], why


def test_a_killing_that_somebody_is_charged_with_is_not_told_as_done():
    found, _, _ = events("Jon Pell was accused of attacking Anna Trell.")
    assert [e.sort for e in found] == ["accusation"]


WHO = [
    (
        "Jon Pell was wounded in an attack on Port Leven.",
        {("Jon Pell", "recipient"), ("Port Leven", "recipient")},
    ),
    ("Anna Trell spoke on Monday during an attack on Port Leven.", {("Port Leven", "recipient")}),
    ("Jon Pell was arrested by police on Monday.", {("Jon Pell", "recipient"), ("police", "actor")}),
    ("Police arrested Jon Pell.", {("Police", "actor"), ("Jon Pell", "recipient")}),
    (
        "Anna Trell met Jon Pell and Lena Ode.",
        {("Anna Trell", "party"), ("Jon Pell", "party"), ("Lena Ode", "party")},
    ),
    ("Talks between Norland and Weirholm failed.", {("Norland", "party"), ("Weirholm", "party")}),
    ("Anna Trell held talks with Jon Pell.", {("Anna Trell", "party"), ("Jon Pell", "party")}),
    ("Anna Trell, who met Jon Pell in 2019, spoke.", {("Anna Trell", "party"), ("Jon Pell", "party")}),
    ("Norland's attack on Port Leven angered many.", {("Norland", "actor"), ("Port Leven", "recipient")}),
    ("The arrest of Jon Pell by police angered many.", {("Jon Pell", "recipient"), ("police", "actor")}),
    ("Norland imposed sanctions on Weirholm.", {("Norland", "actor"), ("Weirholm", "recipient")}),
    ("The union called for the resignation of Anna Trell.", {("Anna Trell", "actor")}),
    ("Jon Pell was shot dead in Weirholm.", {("Jon Pell", "recipient")}),
    ("Jon Pell was arrested and charged in Weirholm.", {("Jon Pell", "recipient")}),
    ("Anna Trell survived the attack on Port Leven.", {("Port Leven", "recipient")}),
    ("Anna Trell called on Norland to attack Weirholm.", {("Norland", "actor"), ("Weirholm", "recipient")}),
    ("The police killed Jon Pell and Lena Ode.",
     {("police", "actor"), ("Jon Pell", "recipient"), ("Lena Ode", "recipient")}),
    ("Jon Pell faces trial in Weirholm.", {("Jon Pell", "recipient")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), WHO, ids=[row[0][:48] for row in WHO])
def test_participants_have_their_roles(text, who):
    found, _, names = events(text)
    assert {(names[p.mention], p.role) for p in found[0].participants} == who


WHEN = [
    ("Police said on Tuesday Jon Pell had been arrested on Sunday.", "2026-03-08", "resolved", "its own day"),
    ("Police said on Tuesday Jon Pell had been arrested.", "../2026-03-10", "bounded", "saying has another"),
    ("Jon Pell was arrested.", "../2026-03-10", "bounded", "not after the report"),
    ("Jon Pell will be arrested.", "2026-03-10/..", "bounded", "what is to come is not before the report"),
    ("Talks between Norland and Weirholm on Sunday failed.", "2026-03-08", "resolved", "in its phrase"),
    ("On Monday, Anna Trell met Jon Pell.", "2026-03-09", "resolved", "at the head of the clause"),
    ("Anna Trell met Jon Pell and signed papers on Monday.", "../2026-03-10", "bounded", "another verb's"),
    ("Sunday's flood in Port Leven was sudden.", "2026-03-08", "resolved", "as possessor"),
    ("The talks between Norland and Weirholm, due on Friday, were put off until next week.",
     "2026-03-13", "resolved", "the day that it had"),
    ("The summit of Norland and Weirholm was called off on Monday.", None, None, "the calling off has it"),
    ("Talks between Norland and Weirholm, which were to have begun on Thursday, have been put off.",
     "2026-03-12", "resolved", "the day that they were set for"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf", "basis", "why"), WHEN, ids=[row[3] for row in WHEN])
def test_the_day_is_its_own(text, edtf, basis, why):
    when = events(text)[0][0].when
    assert (when and when.edtf, when and when.basis) == (edtf, basis), why


def test_without_a_report_day_the_past_stays_open():
    assert events("Jon Pell was arrested.", published=None)[0][0].when is None


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Anna Trell, who met Jon Pell in 2019, spoke.", True),
        ("Anna Trell had met Jon Pell.", True),
        ("Police said Jon Pell had been arrested.", False),
        ("Since the attack on Port Leven, Norland has closed its border.", True),
        ("Anna Trell met Jon Pell on Monday.", False),
        ("Anna Trell will meet Jon Pell on Friday.", False),
    ],
)
def test_old_things_are_background(text, old):
    assert events(text)[0][0].background is old


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("A meeting between Anna Trell and Jon Pell was postponed to Friday.", "put-off"),
        ("Friday's summit of Norland and Weirholm was called off.", "called-off"),
        ("Anna Trell cancelled her visit to Norland.", "called-off"),
        ("Talks between Norland and Weirholm were held on Sunday.", "held"),
        ("Talks between Norland and Weirholm will be held on Friday.", None),
    ],
)
def test_what_became_of_a_plan(text, outcome):
    assert events(text)[0][0].outcome == outcome


def test_the_place_is_where_it_was():
    found, page, _ = events("Anna Trell met Jon Pell in Port Leven.")
    assert found[0].where is not None
    assert found[0].where.of(page.report.text) == "Port Leven"


def test_what_is_said_is_its_speakers_word():
    text = "Residents fled because Norland had attacked Weirholm, Jon Pell said."
    found, _, names = events(text, said=[("Norland had attacked Weirholm", "indirect", "Jon Pell")])
    assert [(e.voice, [names[g] for g in e.given_by]) for e in found] == [("attributed", ["Jon Pell"])]


def test_a_verb_of_saying_attributes_without_a_quotation():
    found, _, names = events("Police said Jon Pell had shot Lena Ode.")
    assert [(e.voice, [names[g] for g in e.given_by]) for e in found] == [("attributed", ["Police"])]


def test_vague_direct_speech_is_no_event():
    text = "“We will meet and they will resign,” said Jon Pell."
    assert events(text, said=[("We will meet and they will resign", "direct", "Jon Pell")])[0] == []


def test_deaths_without_a_killer_are_no_assault():
    found, _, _ = events("Jon Pell and Lena Ode were killed in a flood in Weirholm on Sunday.")
    assert [(e.sort, e.type) for e in found] == [("deaths", None), ("flood", None)]


def test_all_who_came_to_harm_take_part_in_what_harmed_them():
    text = "Jon Pell was killed and Lena Ode was wounded in the shooting in Weirholm on Sunday."
    found, _, names = events(text)
    shooting = next(event for event in found if event.sort == "shooting")
    assert [names[p.mention] for p in shooting.participants] == ["Jon Pell", "Lena Ode"]


def test_both_of_two_passives_have_the_same_recipient():
    found, _, names = events("Jon Pell was shot and killed in Weirholm on Sunday.")
    roles = {(names[p.mention], p.role) for event in found for p in event.participants}
    assert roles == {("Jon Pell", "recipient")}


def test_what_is_part_of_a_larger_event():
    found, _, _ = events("Anna Trell met Jon Pell during the summit of Norland and Weirholm on Monday.")
    assert found[0].part_of == found[1].id


def test_a_line_keeps_its_attribution_and_hedge():
    text = (
        "The weather was fine in the hills and the roads were full of people on their way home to the sea, "
        "but police said Jon Pell may have shot Lena Ode in Weirholm on Sunday."
    )
    found, _, _ = events(text)
    assert found[0].clause.of(text) == "police said Jon Pell may have shot Lena Ode in Weirholm on Sunday"


def test_what_is_told_in_passing_has_its_phrase_for_a_line():
    text = "Anna Trell will meet Jon Pell on Friday amid an ongoing ceasefire between Norland and Weirholm."
    found, _, _ = events(text)
    lines = {event.sort: event.clause.of(text) for event in found}
    assert lines["agreement"] == "an ongoing ceasefire between Norland and Weirholm"
    assert lines["meeting"].startswith("Anna Trell will meet")


def test_ids_and_spans_are_of_the_trigger():
    found, page, _ = events("Jon Pell was shot dead in Weirholm.")
    assert found[0].span.of(page.report.text) == "shot dead"
    assert found[0].finder == "events.rules/7"

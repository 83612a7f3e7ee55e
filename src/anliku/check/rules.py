"""Every rule on a single entry, in one tuple: adding a rule is adding a line."""

from __future__ import annotations

from anliku.check.citing import (
    claims_have_sources,
    marks_are_well_formed,
    names_have_sources,
    sentences_are_cited,
)
from anliku.check.complete import key_fields_are_answered, unstated_is_exact
from anliku.check.dates import dates_in_order, review_after_adding, sizes_in_order
from anliku.check.finder import some_answers_lead_here
from anliku.check.guides import guide_paragraphs_link, prose_links_are_well_formed
from anliku.check.inside import (
    concepts_are_distinct,
    facts_have_places,
    not_used_names_facts,
    source_ids_are_unique,
    teaching_note_adds_up,
    teaching_note_parts_exist,
    term_is_defined_or_says_not,
    views_have_holders,
)
from anliku.check.numerals import figures_are_written_one_way
from anliku.check.privacy import no_id_numbers, no_phone_numbers
from anliku.check.rule import Rule
from anliku.check.style import no_praise, summary_is_short, titles_make_no_noise
from anliku.check.teaching import (
    a_page_shows_known_fields,
    class_parts_exist,
    online_variant_adds_up,
    question_minutes_fit_the_plan,
    questions_serve_objectives,
    rubric_adds_up,
    sections_fit_the_class,
    synopsis_is_short,
    teaching_note_has_its_measure,
    theories_have_sources,
)

RULES: tuple[Rule, ...] = (
    Rule("AK201", no_praise),
    Rule("AK202", titles_make_no_noise),
    Rule("AK203", figures_are_written_one_way),
    Rule("AK301", summary_is_short),
    Rule("AK302", dates_in_order),
    Rule("AK303", claims_have_sources),
    Rule("AK304", sentences_are_cited),
    Rule("AK305", marks_are_well_formed),
    Rule("AK306", key_fields_are_answered),
    Rule("AK307", unstated_is_exact),
    Rule("AK308", sizes_in_order),
    Rule("AK309", review_after_adding),
    Rule("AK310", source_ids_are_unique),
    Rule("AK311", facts_have_places),
    Rule("AK312", views_have_holders),
    Rule("AK313", not_used_names_facts),
    Rule("AK314", term_is_defined_or_says_not),
    Rule("AK315", concepts_are_distinct),
    Rule("AK316", teaching_note_adds_up),
    Rule("AK317", names_have_sources),
    Rule("AK318", no_id_numbers),
    Rule("AK319", no_phone_numbers),
    Rule("AK321", teaching_note_parts_exist),
    Rule("AK322", some_answers_lead_here),
    Rule("AK330", prose_links_are_well_formed),
    Rule("AK331", guide_paragraphs_link),
    Rule("AK340", questions_serve_objectives),
    Rule("AK341", teaching_note_has_its_measure),
    Rule("AK342", online_variant_adds_up),
    Rule("AK343", question_minutes_fit_the_plan),
    Rule("AK344", synopsis_is_short),
    Rule("AK345", theories_have_sources),
    Rule("AK346", class_parts_exist),
    Rule("AK347", rubric_adds_up),
    Rule("AK348", a_page_shows_known_fields),
    Rule("AK349", sections_fit_the_class),
)

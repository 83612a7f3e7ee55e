"""Every rule between entries, in one tuple."""

from __future__ import annotations

from anliku.link.class_rules import (
    a_page_gives_nothing_away,
    lists_fit_their_class,
    lists_name_notes_and_questions,
    theory_sources_are_sources,
)
from anliku.link.linking import (
    ids_are_unique,
    links_are_of_the_right_kind,
    links_are_stored_once,
    links_lead_somewhere,
    links_never_circle,
    published_links_to_published,
    roles_are_known,
)
from anliku.link.prose_links import linked_sentences_hold_no_figures, prose_links_lead_somewhere
from anliku.link.provenance import (
    facts_are_accounted_for,
    facts_exist,
    figures_are_covered,
    views_are_worded,
)
from anliku.link.rule import LinkRule
from anliku.link.vocabularies import (
    search_words_are_usable,
    search_words_stand_once,
    values_are_in_their_vocabulary,
)

LINK_RULES: tuple[LinkRule, ...] = (
    LinkRule("AK401", links_lead_somewhere),
    LinkRule("AK402", links_are_of_the_right_kind),
    LinkRule("AK403", roles_are_known),
    LinkRule("AK404", links_are_stored_once),
    LinkRule("AK405", links_never_circle),
    LinkRule("AK406", facts_exist),
    LinkRule("AK407", figures_are_covered),
    LinkRule("AK408", views_are_worded),
    LinkRule("AK409", facts_are_accounted_for),
    LinkRule("AK410", values_are_in_their_vocabulary),
    LinkRule("AK411", ids_are_unique),
    LinkRule("AK412", published_links_to_published),
    LinkRule("AK413", search_words_stand_once),
    LinkRule("AK414", search_words_are_usable),
    LinkRule("AK430", prose_links_lead_somewhere),
    LinkRule("AK431", linked_sentences_hold_no_figures),
    LinkRule("AK440", a_page_gives_nothing_away),
    LinkRule("AK441", theory_sources_are_sources),
    LinkRule("AK442", lists_name_notes_and_questions),
    LinkRule("AK443", lists_fit_their_class),
)

#include "count-claims/lexicon.h"

#include <stdlib.h>

#include "err.h"
#include "letters.h"
#include "mem.h"
#include "banned.h"

const char *const event_names[EVENTS] = { "-", "killed", "wounded", "casualties", "arrested", "missing", "kidnapped", "displaced",
	"attacked", "deployed", "protested", "released", "rescued", "sentenced", "infected", "destroyed" };
const char *const group_names[GROUPS] = { "-", "persons", "security", "military", "militants", "protesters", "civilians", "children",
	"journalists", "officials", "medics" };
const char *const act_names[ACTS] = { "-", "said", "confirmed", "denied", "warned", "ordered", "promised", "accused", "called", "thanked", "announced" };

static const char *const cue_names[CUES] = { "", "from", "to", "about", "and", "among", "added", "ranks", "still", "since", "ago", "years", "except", "outof", "with", "in", "hospital", "are", "any", "or", "heads", "ofhim", "told", "undergo", "these", "made", "has", "trap", "part", "others", "earlier", "past", "not", "plan" };

static const struct {
	const char *name;
	uint32_t is;
} properties[] = {
	{ "verb", IS_VERB }, { "masdar", IS_MASDAR }, { "victim", IS_VICTIM }, { "weak", IS_WEAK }, { "active", IS_ACTIVE },
	{ "toll", IS_TOLL }, { "person", IS_PERSON }, { "generic", IS_GENERIC }, { "own", IS_OWN }, { "thing", IS_THING },
	{ "vehicle", IS_VEHICLE }, { "place", IS_PLACE }, { "body", IS_BODY }, { "title", IS_TITLE }, { "agency", IS_AGENCY },
	{ "sayer", IS_SAYER }, { "sg", IS_SINGULAR }, { "pl", IS_PLURAL }, { "report", IS_REPORT },
	{ "participle", IS_PARTICIPLE }, { "relayed", IS_RELAYED }, { "relays", IS_RELAYS }, { "according", IS_ACCORDING },
	{ "split", IS_SPLIT }, { "aside", IS_ASIDE }, { "that", IS_THAT }, { "relative", IS_RELATIVE },
	{ "adjunct", IS_ADJUNCT }, { "time", IS_TIME }, { "other", IS_OTHER }, { "disease", IS_DISEASE },
};

/* The lexemes of the list's tags, read once. */
static struct lexeme *lexemes;

static size_t find_name(const char *const *names, size_t count, struct span name)
{
	for (size_t i = 1; i < count; i++)
		if (strlen(names[i]) == name.len && memcmp(names[i], name.ptr, name.len) == 0)
			return i;
	return 0;
}

static void read_property(struct lexeme *lexeme, struct span name)
{
	size_t at;

	if ((at = find_name(event_names, EVENTS, name)) != 0)
		lexeme->event = (uint8_t)at;
	else if ((at = find_name(group_names, GROUPS, name)) != 0)
		lexeme->group = (uint8_t)at;
	else if ((at = find_name(act_names, ACTS, name)) != 0)
		lexeme->act = (uint8_t)at;
	else if ((at = find_name(cue_names, CUES, name)) != 0)
		lexeme->cue = (uint8_t)at;
	else {
		for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++)
			if (span_eq(name, (struct span){ properties[i].name, strlen(properties[i].name) })) {
				lexeme->is |= properties[i].is;
				return;
			}
		die(STATUS_FAILED, "lexicon: unknown property '%.*s'", (int)name.len, name.ptr);
	}
}

static void read_tags(void)
{
	lexemes = xcalloc(list_lexicon.tags, sizeof(*lexemes));
	for (uint32_t i = 0; i < list_lexicon.tags; i++) {
		struct span tag = list_tag_text(&list_lexicon, (int32_t)i), name;
		while (span_next(&tag, ' ', &name))
			read_property(&lexemes[i], name);
	}
}

/* A finite verb takes no article and no preposition but li-. */
static bool allowed(const struct lexeme *lexeme, unsigned clitics)
{
	return (lexeme->is & (IS_VERB | IS_MASDAR)) != IS_VERB || (clitics & (CLITIC_AL | CLITIC_BI | CLITIC_KA)) == 0;
}

/*
 * Words come again and again, so the analysis of a form is kept in a table
 * where a later form takes the place of an earlier one. The first analysis
 * that is an entry counts, and the first that begins a phrase.
 */
#define MEMO 8192
static struct memo {
	uint64_t hash, phrase; /* of the form, and of the stem that begins a phrase, or 0 */
	int32_t tag;           /* of the word by itself, or -1 */
	uint8_t clitics, phrase_clitics;
} memo[MEMO];

static const struct memo *analyse(const struct tokens *tokens, size_t i)
{
	const struct token *token = &tokens->at[i];
	struct memo *slot = &memo[token->hash % MEMO];
	struct clitic_cut cuts[CLITIC_CUTS];

	if (slot->hash == token->hash)
		return slot;
	*slot = (struct memo){ .hash = token->hash, .tag = -1 };
	if (token->kind == TOKEN_NUMBER)
		return slot;
	struct span fold = token_fold(tokens, i);
	size_t count = clitic_cuts(fold, cuts);
	for (size_t c = 0; c < count; c++) {
		uint64_t stem = c == 0 ? token->hash : hash_bytes(fold.ptr + cuts[c].bytes, fold.len - cuts[c].bytes);
		const struct list_entry *entry = list_find(&list_lexicon, stem);
		if (entry == NULL)
			continue;
		if (entry->more && slot->phrase == 0) {
			slot->phrase = stem;
			slot->phrase_clitics = cuts[c].clitics;
		}
		if (entry->tag >= 0 && slot->tag < 0 && allowed(&lexemes[entry->tag], cuts[c].clitics)) {
			slot->tag = entry->tag;
			slot->clitics = cuts[c].clitics;
		}
	}
	return slot;
}

/* The longest entry that begins at token i. */
static void read_word(struct word *word, const struct tokens *tokens, size_t i)
{
	const struct memo *known = analyse(tokens, i);
	struct list_walk walk = list_begin();

	*word = (struct word){ .words = 1 };
	if (known->tag >= 0) {
		word->lex = lexemes[known->tag];
		word->clitics = known->clitics;
	}
	if (known->phrase == 0)
		return;
	for (size_t end = i; end < tokens->count && list_step(&list_lexicon, &walk, end == i ? known->phrase : tokens->at[end].hash); end++)
		if (end > i && walk.tag >= 0 && allowed(&lexemes[walk.tag], known->phrase_clitics)) {
			word->lex = lexemes[walk.tag];
			word->clitics = known->phrase_clitics;
			word->words = (uint8_t)(end - i + 1);
		}
}

void words_read(struct words *words, const struct tokens *tokens)
{
	if (lexemes == NULL)
		read_tags();
	words->at = xgrow(words->at, &words->cap, tokens->count + 1, sizeof(*words->at));
	words->count = tokens->count;
	for (size_t i = 0; i < tokens->count;) {
		read_word(&words->at[i], tokens, i);
		size_t end = i + words->at[i].words;
		while (++i < end)
			words->at[i] = (struct word){ 0 };
	}
}

void words_free(struct words *words)
{
	free(words->at);
	*words = (struct words){ 0 };
}

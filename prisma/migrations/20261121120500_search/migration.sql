-- What is found by its words: closed incidents, known errors, published knowledge. Written by hand, for Prisma knows
-- neither partitions nor text search; server/tools/schema-engine.ts tells it to look past these tables.

CREATE EXTENSION IF NOT EXISTS "unaccent";
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- Partitions, for there are thousands of incidents to one article, and each wants figures and an index of its own.
CREATE TABLE "search_entry" (
    "institution_id" UUID NOT NULL,
    "register" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    -- When it was closed, found out or published.
    "at" TIMESTAMPTZ(0),
    -- Of knowledge.
    "level" TEXT,
    "category" UUID,
    "subjects" UUID[] NOT NULL,
    -- Of knowledge: what was published, which stays readable while a new edition is written.
    "edition" JSON,
    -- Stems, not words: server/search/latvian.ts.
    "words" TSVECTOR NOT NULL,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("register", "row_id")
) PARTITION BY LIST ("register");

CREATE TABLE "search_incidents" PARTITION OF "search_entry" FOR VALUES IN ('incidents');
CREATE TABLE "search_problems" PARTITION OF "search_entry" FOR VALUES IN ('problems');
CREATE TABLE "search_knowledge" PARTITION OF "search_entry" FOR VALUES IN ('knowledge');

-- Nobody tidies the embedded database's list of what waits to be indexed, so it is kept short (kB).
CREATE INDEX "search_incidents_words_idx" ON "search_incidents" USING GIN ("words") WITH (gin_pending_list_limit = 512);
CREATE INDEX "search_problems_words_idx" ON "search_problems" USING GIN ("words") WITH (gin_pending_list_limit = 512);
CREATE INDEX "search_knowledge_words_idx" ON "search_knowledge" USING GIN ("words") WITH (gin_pending_list_limit = 512);
CREATE INDEX "search_knowledge_level_idx" ON "search_knowledge" ("level", "institution_id", "at");

-- Every stem in use, so that a mistyped one finds its likes.
CREATE TABLE "search_word" ("word" TEXT PRIMARY KEY);
-- Of an expression, for else it would be taken for plain equality too, at which it is slow.
CREATE INDEX "search_word_likes_idx" ON "search_word" USING GIN (("word" || '') gin_trgm_ops);

-- Version of the rules by which the index was made.
CREATE TABLE "search_made" ("rules" INTEGER NOT NULL);

-- CreateTable
CREATE TABLE "service_window" (
    "calendar_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "from_" TIMESTAMPTZ(0) NOT NULL,
    "to_" TIMESTAMPTZ(0) NOT NULL,
    "before_" BIGINT NOT NULL,

    CONSTRAINT "service_window_pkey" PRIMARY KEY ("calendar_id","from_")
);

-- CreateTable
CREATE TABLE "service_time_change" (
    "id" BIGSERIAL NOT NULL,
    "institution_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "from_" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "service_time_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "service_time_change_institution_id_idx" ON "service_time_change"("institution_id");

-- CreateTable
CREATE TABLE "calendar" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "custom" JSONB NOT NULL DEFAULT '{}',
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "working_days" BOOLEAN,
    "end_reason" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_edition" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "custom" JSONB NOT NULL DEFAULT '{}',
    "code" TEXT NOT NULL,
    "calendar" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "time_zone" TEXT,
    "monday" TEXT,
    "tuesday" TEXT,
    "wednesday" TEXT,
    "thursday" TEXT,
    "friday" TEXT,
    "saturday" TEXT,
    "sunday" TEXT,
    "holidays" TEXT NOT NULL,
    "moved_days" BOOLEAN,
    "short_days" BOOLEAN,
    "end_reason" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "calendar_edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "custom" JSONB NOT NULL DEFAULT '{}',
    "code" TEXT NOT NULL,
    "calendar" UUID,
    "day" DATE NOT NULL,
    "hours" TEXT,
    "why" TEXT NOT NULL,
    "end_reason" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "calendar_institution_id_feed_id_idx" ON "calendar"("institution_id", "feed", "id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_institution_id_code_key" ON "calendar"("institution_id", "code");

-- CreateIndex
CREATE INDEX "calendar_edition_institution_id_feed_id_idx" ON "calendar_edition"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "calendar_edition_calendar_idx" ON "calendar_edition"("calendar");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_edition_institution_id_code_key" ON "calendar_edition"("institution_id", "code");

-- CreateIndex
CREATE INDEX "calendar_day_institution_id_feed_id_idx" ON "calendar_day"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "calendar_day_calendar_idx" ON "calendar_day"("calendar");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_day_institution_id_code_key" ON "calendar_day"("institution_id", "code");

-- Calendars were texts until now. Each text that an institution's services or agreements bear, or ever bore, becomes a
-- calendar of that name, and they refer to it; sheets that hold the text go on to name the same thing.
CREATE TEMPORARY TABLE "calendar_text" ON COMMIT DROP AS
SELECT gen_random_uuid() AS "id", "institution_id", "text", "actor",
       row_number() OVER (PARTITION BY "institution_id" ORDER BY "text") AS "number",
       lower(regexp_replace("text", '\s', '', 'g')) IN ('24×7', '24x7', '24/7') AS "always"
FROM (
  SELECT "institution_id", "text", (array_agg("actor" ORDER BY "at"))[1] AS "actor"
  FROM (
    SELECT "institution_id", "calendar" AS "text", "created_by" AS "actor", "created_at" AS "at" FROM "service"
    UNION ALL
    SELECT "institution_id", "calendar", "created_by", "created_at" FROM "service_level"
    UNION ALL
    SELECT e."institution_id", t."text", e."actor", e."at"
    FROM "event" e
    CROSS JOIN LATERAL (SELECT e."changes"::jsonb -> 'calendar' AS "cell") c
    CROSS JOIN LATERAL jsonb_array_elements_text(
      CASE jsonb_typeof(c."cell") WHEN 'array' THEN c."cell" ELSE jsonb_build_array(c."cell") END
    ) AS t("text")
    WHERE e."register" IN ('services', 'serviceLevels') AND c."cell" IS NOT NULL
  ) told
  WHERE "text" IS NOT NULL AND "text" <> ''
  GROUP BY "institution_id", "text"
) texts;

INSERT INTO "calendar" ("id", "institution_id", "version", "feed", "created_at", "created_by", "updated_at", "updated_by", "code", "name", "state")
SELECT "id", "institution_id", 1, pg_current_xact_id()::text::bigint, now(), "actor", now(), "actor",
       'CAL-' || lpad("number"::text, 4, '0'), "text", 'CURRENT'
FROM "calendar_text";

-- Of hours written in other words only people can tell what they are: they enter the edition.
INSERT INTO "calendar_edition" ("id", "institution_id", "version", "feed", "created_at", "created_by", "updated_at", "updated_by", "code", "calendar", "valid_from",
       "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "holidays", "state")
SELECT gen_random_uuid(), "institution_id", 1, pg_current_xact_id()::text::bigint, now(), "actor", now(), "actor",
       'CE-' || lpad((row_number() OVER (PARTITION BY "institution_id" ORDER BY "number"))::text, 4, '0'), "id", DATE '2000-01-01',
       '00:00–24:00', '00:00–24:00', '00:00–24:00', '00:00–24:00', '00:00–24:00', '00:00–24:00', '00:00–24:00', 'NONE', 'CURRENT'
FROM "calendar_text" WHERE "always";

INSERT INTO "code_counter" ("institution_id", "register", "year", "last")
SELECT "institution_id", 'calendars', 0, count(*) FROM "calendar_text" GROUP BY 1
UNION ALL
SELECT "institution_id", 'calendarEditions', 0, count(*) FROM "calendar_text" WHERE "always" GROUP BY 1;

INSERT INTO "event" ("feed", "at", "actor", "institution_id", "register", "row_id", "version", "kind", "batch", "part", "changes")
SELECT "feed", "created_at", "created_by", "institution_id", 'calendars', "id", 1, 'CREATE', gen_random_uuid(), 0,
       json_build_object('code', "code", 'name', "name", 'state', "state")
FROM "calendar"
UNION ALL
SELECT "feed", "created_at", "created_by", "institution_id", 'calendarEditions', "id", 1, 'CREATE', gen_random_uuid(), 0,
       json_build_object('code', "code", 'calendar', "calendar", 'validFrom', "valid_from", 'monday', "monday", 'tuesday', "tuesday",
         'wednesday', "wednesday", 'thursday', "thursday", 'friday', "friday", 'saturday', "saturday", 'sunday', "sunday",
         'holidays', "holidays", 'state', "state")
FROM "calendar_edition";

-- The log tells cells in the form in which they are kept: what it says stays, how it writes it follows the column.
ALTER TABLE "event" DISABLE TRIGGER "event_append_only";
UPDATE "event" e
SET "changes" = jsonb_set(e."changes"::jsonb, '{calendar}',
  CASE jsonb_typeof(e."changes"::jsonb -> 'calendar')
    WHEN 'array' THEN jsonb_build_array(
      (SELECT t."id" FROM "calendar_text" t WHERE t."institution_id" = e."institution_id" AND t."text" = e."changes"::jsonb #>> '{calendar,0}'),
      (SELECT t."id" FROM "calendar_text" t WHERE t."institution_id" = e."institution_id" AND t."text" = e."changes"::jsonb #>> '{calendar,1}'))
    ELSE coalesce(to_jsonb(
      (SELECT t."id" FROM "calendar_text" t WHERE t."institution_id" = e."institution_id" AND t."text" = e."changes"::jsonb ->> 'calendar')),
      'null')
  END)::json
WHERE e."register" IN ('services', 'serviceLevels') AND e."changes"::jsonb -> 'calendar' IS NOT NULL;
ALTER TABLE "event" ENABLE ALWAYS TRIGGER "event_append_only";

ALTER TABLE "service" ADD COLUMN "calendar_id" UUID;
ALTER TABLE "service_level" ADD COLUMN "calendar_id" UUID;
UPDATE "service" s SET "calendar_id" = t."id" FROM "calendar_text" t
WHERE t."institution_id" = s."institution_id" AND t."text" = s."calendar";
UPDATE "service_level" s SET "calendar_id" = t."id" FROM "calendar_text" t
WHERE t."institution_id" = s."institution_id" AND t."text" = s."calendar";
ALTER TABLE "service" DROP COLUMN "calendar";
ALTER TABLE "service_level" DROP COLUMN "calendar";
ALTER TABLE "service" RENAME COLUMN "calendar_id" TO "calendar";
ALTER TABLE "service_level" RENAME COLUMN "calendar_id" TO "calendar";

-- CreateIndex
CREATE INDEX "service_calendar_idx" ON "service"("calendar");

-- CreateIndex
CREATE INDEX "service_level_calendar_idx" ON "service_level"("calendar");

-- AddForeignKey
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_edition" ADD CONSTRAINT "calendar_edition_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "institution" ADD COLUMN     "municipality" TEXT,
ADD COLUMN     "sector" TEXT,
ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}';

-- People and their roles become registers like the others. What is there keeps its ids; it was nobody's edit, so its
-- creator is nobody, and its feed lies before every cursor that may be asked for.
ALTER TABLE "person"
ADD COLUMN     "created_by" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
ADD COLUMN     "end_reason" TEXT,
ADD COLUMN     "feed" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "retired_at" TIMESTAMPTZ(3),
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'CURRENT',
ADD COLUMN     "unit" TEXT,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "updated_by" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "person"
ALTER COLUMN "created_by" DROP DEFAULT,
ALTER COLUMN "feed" DROP DEFAULT,
ALTER COLUMN "state" DROP DEFAULT,
ALTER COLUMN "updated_at" DROP DEFAULT,
ALTER COLUMN "updated_by" DROP DEFAULT,
ALTER COLUMN "version" DROP DEFAULT,
ALTER COLUMN "id" DROP DEFAULT,
ALTER COLUMN "created_at" DROP DEFAULT;

ALTER TABLE "role_assignment" DROP CONSTRAINT "role_assignment_person_id_fkey";
DROP INDEX "role_assignment_person_id_idx";
ALTER TABLE "role_assignment" RENAME COLUMN "person_id" TO "person";
ALTER TABLE "role_assignment" RENAME COLUMN "scope_id" TO "scope";
ALTER TABLE "role_assignment"
ADD COLUMN     "code" TEXT,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "created_by" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
ADD COLUMN     "end_reason" TEXT,
ADD COLUMN     "feed" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "institution_id" UUID,
ADD COLUMN     "retired_at" TIMESTAMPTZ(3),
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'CURRENT',
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "updated_by" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

UPDATE "role_assignment" r SET
  "institution_id" = p."institution_id",
  "code" = 'RA-' || lpad(n."number"::text, 4, '0'),
  -- A role of the whole institution names no scope.
  "scope" = CASE WHEN r."scope" = p."institution_id" THEN NULL ELSE r."scope" END
FROM "person" p, (
  SELECT a."id", row_number() OVER (PARTITION BY q."institution_id" ORDER BY a."valid_from", a."id") AS "number"
  FROM "role_assignment" a JOIN "person" q ON q."id" = a."person") n
WHERE p."id" = r."person" AND n."id" = r."id";

INSERT INTO "code_counter" ("institution_id", "register", "year", "last")
SELECT "institution_id", 'roles', 0, count(*) FROM "role_assignment" GROUP BY "institution_id";

ALTER TABLE "role_assignment"
ALTER COLUMN "code" SET NOT NULL,
ALTER COLUMN "institution_id" SET NOT NULL,
ALTER COLUMN "created_at" DROP DEFAULT,
ALTER COLUMN "created_by" DROP DEFAULT,
ALTER COLUMN "feed" DROP DEFAULT,
ALTER COLUMN "state" DROP DEFAULT,
ALTER COLUMN "updated_at" DROP DEFAULT,
ALTER COLUMN "updated_by" DROP DEFAULT,
ALTER COLUMN "version" DROP DEFAULT,
ALTER COLUMN "id" DROP DEFAULT;

-- CreateTable
CREATE TABLE "state_span" (
    "id" BIGSERIAL NOT NULL,
    "institution_id" UUID NOT NULL,
    "register" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "waits_for" TEXT,
    "from_" TIMESTAMPTZ(0) NOT NULL,
    "to_" TIMESTAMPTZ(0),

    CONSTRAINT "state_span_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personal_change" (
    "row_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "changes" JSON NOT NULL,

    CONSTRAINT "personal_change_pkey" PRIMARY KEY ("row_id","version")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institution_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "description" TEXT,
    "owner" UUID,
    "users" UUID[],
    "supplier" TEXT,
    "stage" TEXT NOT NULL,
    "criticality" TEXT,
    "serial" TEXT,
    "location" TEXT,
    "verified_on" DATE,
    "verified_by" UUID,
    "retire_reason" TEXT,

    CONSTRAINT "resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dependency" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "from_" UUID NOT NULL,
    "to_" UUID NOT NULL,
    "kind" TEXT,
    "critical" BOOLEAN,
    "group_" TEXT,
    "note" TEXT,
    "state" TEXT NOT NULL,
    "end_reason" TEXT,

    CONSTRAINT "dependency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_level" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "agreed_with" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "availability" DECIMAL(65,30),
    "calendar" TEXT,
    "restore_p1" INTEGER,
    "restore_p2" INTEGER,
    "restore_p3" INTEGER,
    "restore_p4" INTEGER,
    "react_p1" INTEGER,
    "react_p2" INTEGER,
    "react_p3" INTEGER,
    "react_p4" INTEGER,
    "fulfil" INTEGER,
    "satisfaction" DECIMAL(65,30),
    "clock_stops" TEXT[],
    "state" TEXT NOT NULL,
    "end_reason" TEXT,

    CONSTRAINT "service_level_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT,
    "state" TEXT NOT NULL,
    "applicant" TEXT,
    "contact" TEXT,
    "applicant_person" UUID,
    "channel" TEXT,
    "service" UUID,
    "text" TEXT,
    "priority" TEXT,
    "level" TEXT,
    "assignee" UUID,
    "handed_to" TEXT,
    "escalated_to" UUID,
    "escalation_reason" TEXT,
    "due" TIMESTAMPTZ(0),
    "received_at" TIMESTAMPTZ(0),
    "registered_at" TIMESTAMPTZ(0),
    "waits_for" TEXT,
    "answer" TEXT,
    "opened" UUID,
    "reject_reason" TEXT,
    "cancel_reason" TEXT,
    "rating" INTEGER,
    "rating_note" TEXT,
    "fulfilled_at" TIMESTAMPTZ(0),
    "closed_at" TIMESTAMPTZ(0),

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "subject" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reporter" UUID,
    "occurred_at" TIMESTAMPTZ(0),
    "detected_at" TIMESTAMPTZ(0) NOT NULL,
    "registered_at" TIMESTAMPTZ(0),
    "category" UUID,
    "impact" TEXT,
    "urgency" TEXT,
    "priority" TEXT,
    "outage" TEXT,
    "outage_share" INTEGER,
    "major" BOOLEAN,
    "not_major_reason" TEXT,
    "reacted_at" TIMESTAMPTZ(0),
    "assignee" UUID,
    "coordinator" UUID,
    "waits_for" TEXT,
    "waits_since" TIMESTAMPTZ(0),
    "restored_at" TIMESTAMPTZ(0),
    "resolution" TEXT,
    "work_done" TEXT,
    "resolved_level" TEXT,
    "resolver" UUID,
    "resolved_at" TIMESTAMPTZ(0),
    "knowledge" UUID[],
    "problem" UUID,
    "no_problem_reason" TEXT,
    "confirmed" BOOLEAN,
    "review" TEXT,
    "lessons" INTEGER,
    "caused_by" UUID,
    "reopened" INTEGER,
    "duplicate_of" UUID,
    "cancel_reason" TEXT,
    "closed_at" TIMESTAMPTZ(0),
    "closed_by" UUID,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "subject" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "category" UUID,
    "proactive" BOOLEAN,
    "impact" TEXT,
    "urgency" TEXT,
    "priority" TEXT,
    "registered_at" TIMESTAMPTZ(0),
    "assignee" UUID,
    "root_cause" TEXT,
    "workaround" TEXT,
    "known_error_at" TIMESTAMPTZ(0),
    "knowledge" UUID[],
    "changes" UUID[],
    "resolution" TEXT,
    "resolved_at" TIMESTAMPTZ(0),
    "closed_at" TIMESTAMPTZ(0),
    "cancel_reason" TEXT,

    CONSTRAINT "problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "reason" TEXT,
    "subjects" UUID[],
    "kind" TEXT,
    "complexity" TEXT,
    "template" UUID,
    "requester" UUID,
    "registered_at" TIMESTAMPTZ(0),
    "problem" UUID,
    "experts" UUID[],
    "implementers" UUID[],
    "assessed_at" TIMESTAMPTZ(0),
    "board" TEXT,
    "board_on" DATE,
    "authorised_by" UUID,
    "authorised_at" TIMESTAMPTZ(0),
    "reject_reason" TEXT,
    "plan" TEXT,
    "planned_start" TIMESTAMPTZ(0),
    "planned_end" TIMESTAMPTZ(0),
    "outage_start" TIMESTAMPTZ(0),
    "outage_end" TIMESTAMPTZ(0),
    "ordered_by" UUID,
    "started_at" TIMESTAMPTZ(0),
    "implemented_at" TIMESTAMPTZ(0),
    "outcome" TEXT,
    "deviations" TEXT,
    "review" TEXT,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(0),
    "closed_at" TIMESTAMPTZ(0),
    "cancel_reason" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "change" UUID NOT NULL,
    "expert" UUID,
    "expected" TEXT,
    "impact" TEXT,
    "likelihood" INTEGER,
    "consequence" INTEGER,
    "risk" INTEGER,
    "resources" TEXT,
    "backout" TEXT,
    "conclusion" TEXT,
    "note" TEXT,
    "given_at" TIMESTAMPTZ(0),
    "withdraw_reason" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_template" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "subjects" UUID[],
    "steps" TEXT,
    "risk" TEXT,
    "approved_by" UUID,
    "approved_at" TIMESTAMPTZ(0),
    "retire_reason" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "change_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "freeze_window" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subjects" UUID[],
    "start" TIMESTAMPTZ(0) NOT NULL,
    "end_" TIMESTAMPTZ(0) NOT NULL,
    "reason" TEXT NOT NULL,
    "end_reason" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "freeze_window_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "symptom" TEXT,
    "cause" TEXT,
    "solution" TEXT,
    "level" TEXT,
    "audience" TEXT,
    "keywords" TEXT,
    "category" UUID,
    "subjects" UUID[],
    "records" UUID[],
    "authors" UUID[],
    "publisher" UUID,
    "published_at" TIMESTAMPTZ(0),
    "edition" INTEGER,
    "review_due" DATE,
    "use_count" INTEGER,
    "retire_reason" TEXT,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kpi" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT,
    "kind" TEXT,
    "aspect" TEXT,
    "defined_for" TEXT NOT NULL,
    "scope" UUID,
    "unit" TEXT,
    "direction" TEXT,
    "low" DECIMAL(65,30),
    "high" DECIMAL(65,30),
    "frequency" TEXT,
    "source" TEXT,
    "formula" TEXT,
    "audience" TEXT,
    "edition" INTEGER,
    "replaces" UUID,
    "retire_reason" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "kpi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kpi_target" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "kpi" UUID NOT NULL,
    "scope" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "planned" DECIMAL(65,30) NOT NULL,
    "critical" DECIMAL(65,30),
    "baseline" DECIMAL(65,30),
    "tolerance" DECIMAL(65,30),
    "end_reason" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "kpi_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "kpi" UUID NOT NULL,
    "scope" UUID,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "value" DECIMAL(65,30),
    "numerator" DECIMAL(65,30),
    "denominator" DECIMAL(65,30),
    "source" TEXT NOT NULL,
    "note" TEXT,
    "end_reason" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "improvement" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subject" UUID,
    "state" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "from_" UUID,
    "plan" TEXT,
    "owner" UUID,
    "due" DATE,
    "result" TEXT,
    "evaluation" TEXT,
    "drop_reason" TEXT,

    CONSTRAINT "improvement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capacity_plan" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "resource" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "planned" DECIMAL(65,30),
    "available" DECIMAL(65,30),
    "used" DECIMAL(65,30),
    "forecast" DECIMAL(65,30),
    "note" TEXT,
    "state" TEXT NOT NULL,
    "end_reason" TEXT,

    CONSTRAINT "capacity_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "continuity_plan" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "risks" TEXT,
    "impact" TEXT,
    "rto" INTEGER,
    "rpo" INTEGER,
    "plan" TEXT,
    "last_test" DATE,
    "next_test" DATE,
    "test_result" TEXT,
    "state" TEXT NOT NULL,
    "end_reason" TEXT,

    CONSTRAINT "continuity_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finance_line" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "service" UUID NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "budget" DECIMAL(65,30),
    "actual" DECIMAL(65,30),
    "units" DECIMAL(65,30),
    "state" TEXT NOT NULL,
    "end_reason" TEXT,

    CONSTRAINT "finance_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "manager" UUID,
    "description" TEXT,
    "in_use_since" DATE,
    "last_review" DATE,
    "state" TEXT NOT NULL,
    "end_reason" TEXT,

    CONSTRAINT "process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "done" TEXT NOT NULL,
    "evidence" TEXT,
    "responsible" UUID,
    "state" TEXT NOT NULL,
    "end_reason" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "condition" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "service" UUID NOT NULL,
    "condition" TEXT NOT NULL,
    "assessment" TEXT NOT NULL,
    "evidence" TEXT,
    "state" TEXT NOT NULL,
    "end_reason" TEXT,

    CONSTRAINT "condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feed" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "playbook" TEXT,
    "state" TEXT NOT NULL,
    "end_reason" TEXT,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "state_span_row_id_id_idx" ON "state_span"("row_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "resource_institution_id_feed_id_idx" ON "resource"("institution_id", "feed", "id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_institution_id_code_key" ON "resource"("institution_id", "code");

-- CreateIndex
CREATE INDEX "dependency_institution_id_feed_id_idx" ON "dependency"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "dependency_from__idx" ON "dependency"("from_");

-- CreateIndex
CREATE INDEX "dependency_to__idx" ON "dependency"("to_");

-- CreateIndex
CREATE UNIQUE INDEX "dependency_institution_id_code_key" ON "dependency"("institution_id", "code");

-- CreateIndex
CREATE INDEX "service_level_institution_id_feed_id_idx" ON "service_level"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "service_level_subject_idx" ON "service_level"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "service_level_institution_id_code_key" ON "service_level"("institution_id", "code");

-- CreateIndex
CREATE INDEX "application_institution_id_feed_id_idx" ON "application"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "application_service_idx" ON "application"("service");

-- CreateIndex
CREATE INDEX "application_opened_idx" ON "application"("opened");

-- CreateIndex
CREATE UNIQUE INDEX "application_institution_id_code_key" ON "application"("institution_id", "code");

-- CreateIndex
CREATE INDEX "incident_institution_id_feed_id_idx" ON "incident"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "incident_subject_idx" ON "incident"("subject");

-- CreateIndex
CREATE INDEX "incident_category_idx" ON "incident"("category");

-- CreateIndex
CREATE INDEX "incident_problem_idx" ON "incident"("problem");

-- CreateIndex
CREATE INDEX "incident_caused_by_idx" ON "incident"("caused_by");

-- CreateIndex
CREATE INDEX "incident_duplicate_of_idx" ON "incident"("duplicate_of");

-- CreateIndex
CREATE UNIQUE INDEX "incident_institution_id_code_key" ON "incident"("institution_id", "code");

-- CreateIndex
CREATE INDEX "problem_institution_id_feed_id_idx" ON "problem"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "problem_subject_idx" ON "problem"("subject");

-- CreateIndex
CREATE INDEX "problem_category_idx" ON "problem"("category");

-- CreateIndex
CREATE UNIQUE INDEX "problem_institution_id_code_key" ON "problem"("institution_id", "code");

-- CreateIndex
CREATE INDEX "change_institution_id_feed_id_idx" ON "change"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "change_template_idx" ON "change"("template");

-- CreateIndex
CREATE INDEX "change_problem_idx" ON "change"("problem");

-- CreateIndex
CREATE UNIQUE INDEX "change_institution_id_code_key" ON "change"("institution_id", "code");

-- CreateIndex
CREATE INDEX "assessment_institution_id_feed_id_idx" ON "assessment"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "assessment_change_idx" ON "assessment"("change");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_institution_id_code_key" ON "assessment"("institution_id", "code");

-- CreateIndex
CREATE INDEX "change_template_institution_id_feed_id_idx" ON "change_template"("institution_id", "feed", "id");

-- CreateIndex
CREATE UNIQUE INDEX "change_template_institution_id_code_key" ON "change_template"("institution_id", "code");

-- CreateIndex
CREATE INDEX "freeze_window_institution_id_feed_id_idx" ON "freeze_window"("institution_id", "feed", "id");

-- CreateIndex
CREATE UNIQUE INDEX "freeze_window_institution_id_code_key" ON "freeze_window"("institution_id", "code");

-- CreateIndex
CREATE INDEX "article_institution_id_feed_id_idx" ON "article"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "article_category_idx" ON "article"("category");

-- CreateIndex
CREATE UNIQUE INDEX "article_institution_id_code_key" ON "article"("institution_id", "code");

-- CreateIndex
CREATE INDEX "kpi_institution_id_feed_id_idx" ON "kpi"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "kpi_scope_idx" ON "kpi"("scope");

-- CreateIndex
CREATE INDEX "kpi_replaces_idx" ON "kpi"("replaces");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_institution_id_code_key" ON "kpi"("institution_id", "code");

-- CreateIndex
CREATE INDEX "kpi_target_institution_id_feed_id_idx" ON "kpi_target"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "kpi_target_kpi_idx" ON "kpi_target"("kpi");

-- CreateIndex
CREATE INDEX "kpi_target_scope_idx" ON "kpi_target"("scope");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_target_institution_id_code_key" ON "kpi_target"("institution_id", "code");

-- CreateIndex
CREATE INDEX "measurement_institution_id_feed_id_idx" ON "measurement"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "measurement_kpi_idx" ON "measurement"("kpi");

-- CreateIndex
CREATE INDEX "measurement_scope_idx" ON "measurement"("scope");

-- CreateIndex
CREATE UNIQUE INDEX "measurement_institution_id_code_key" ON "measurement"("institution_id", "code");

-- CreateIndex
CREATE INDEX "improvement_institution_id_feed_id_idx" ON "improvement"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "improvement_subject_idx" ON "improvement"("subject");

-- CreateIndex
CREATE INDEX "improvement_from__idx" ON "improvement"("from_");

-- CreateIndex
CREATE UNIQUE INDEX "improvement_institution_id_code_key" ON "improvement"("institution_id", "code");

-- CreateIndex
CREATE INDEX "capacity_plan_institution_id_feed_id_idx" ON "capacity_plan"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "capacity_plan_resource_idx" ON "capacity_plan"("resource");

-- CreateIndex
CREATE UNIQUE INDEX "capacity_plan_institution_id_code_key" ON "capacity_plan"("institution_id", "code");

-- CreateIndex
CREATE INDEX "continuity_plan_institution_id_feed_id_idx" ON "continuity_plan"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "continuity_plan_subject_idx" ON "continuity_plan"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "continuity_plan_institution_id_code_key" ON "continuity_plan"("institution_id", "code");

-- CreateIndex
CREATE INDEX "finance_line_institution_id_feed_id_idx" ON "finance_line"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "finance_line_service_idx" ON "finance_line"("service");

-- CreateIndex
CREATE UNIQUE INDEX "finance_line_institution_id_code_key" ON "finance_line"("institution_id", "code");

-- CreateIndex
CREATE INDEX "process_institution_id_feed_id_idx" ON "process"("institution_id", "feed", "id");

-- CreateIndex
CREATE UNIQUE INDEX "process_institution_id_code_key" ON "process"("institution_id", "code");

-- CreateIndex
CREATE INDEX "task_institution_id_feed_id_idx" ON "task"("institution_id", "feed", "id");

-- CreateIndex
CREATE UNIQUE INDEX "task_institution_id_code_key" ON "task"("institution_id", "code");

-- CreateIndex
CREATE INDEX "condition_institution_id_feed_id_idx" ON "condition"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "condition_service_idx" ON "condition"("service");

-- CreateIndex
CREATE UNIQUE INDEX "condition_institution_id_code_key" ON "condition"("institution_id", "code");

-- CreateIndex
CREATE INDEX "category_institution_id_feed_id_idx" ON "category"("institution_id", "feed", "id");

-- CreateIndex
CREATE UNIQUE INDEX "category_institution_id_code_key" ON "category"("institution_id", "code");

-- CreateIndex
CREATE INDEX "person_institution_id_feed_id_idx" ON "person"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "role_assignment_institution_id_feed_id_idx" ON "role_assignment"("institution_id", "feed", "id");

-- CreateIndex
CREATE INDEX "role_assignment_scope_idx" ON "role_assignment"("scope");

-- CreateIndex
CREATE UNIQUE INDEX "role_assignment_institution_id_code_key" ON "role_assignment"("institution_id", "code");

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dependency" ADD CONSTRAINT "dependency_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_level" ADD CONSTRAINT "service_level_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_template" ADD CONSTRAINT "change_template_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "freeze_window" ADD CONSTRAINT "freeze_window_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_target" ADD CONSTRAINT "kpi_target_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement" ADD CONSTRAINT "improvement_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capacity_plan" ADD CONSTRAINT "capacity_plan_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "continuity_plan" ADD CONSTRAINT "continuity_plan_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finance_line" ADD CONSTRAINT "finance_line_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process" ADD CONSTRAINT "process_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "condition" ADD CONSTRAINT "condition_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

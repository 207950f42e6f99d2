-- CreateTable
CREATE TABLE "institution" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institution_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "scope_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
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
    "kind" TEXT,
    "recipient_groups" TEXT[],
    "life_situation" TEXT,
    "channels" TEXT[],
    "legal_basis" TEXT,
    "owner" UUID,
    "providers" UUID[],
    "holder" TEXT,
    "stage" TEXT NOT NULL,
    "criticality" TEXT,
    "calendar" TEXT,
    "cost_centre" TEXT,
    "link" TEXT,
    "delivered_since" DATE,
    "review_due" DATE,
    "yearly_volume" INTEGER,
    "retire_reason" TEXT,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "seq" BIGSERIAL NOT NULL,
    "feed" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "register" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "batch" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "changes" JSON NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "batch" (
    "id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "institution_id" UUID NOT NULL,
    "actor" UUID NOT NULL,
    "register" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request" TEXT NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("institution_id","id","part")
);

-- CreateTable
CREATE TABLE "code_counter" (
    "institution_id" UUID NOT NULL,
    "register" TEXT NOT NULL,
    "year" INTEGER NOT NULL DEFAULT 0,
    "last" INTEGER NOT NULL,

    CONSTRAINT "code_counter_pkey" PRIMARY KEY ("institution_id","register","year")
);

-- CreateIndex
CREATE UNIQUE INDEX "institution_code_key" ON "institution"("code");

-- CreateIndex
CREATE UNIQUE INDEX "person_institution_id_code_key" ON "person"("institution_id", "code");

-- CreateIndex
CREATE INDEX "role_assignment_person_id_idx" ON "role_assignment"("person_id");

-- CreateIndex
CREATE INDEX "service_institution_id_feed_id_idx" ON "service"("institution_id", "feed", "id");

-- CreateIndex
CREATE UNIQUE INDEX "service_institution_id_code_key" ON "service"("institution_id", "code");

-- CreateIndex
CREATE INDEX "event_row_id_version_idx" ON "event"("row_id", "version");

-- CreateIndex
CREATE INDEX "event_batch_idx" ON "event"("batch");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say. Prisma does not see these, so they never count as a difference.

ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_period_check" CHECK ("valid_to" IS NULL OR "valid_to" >= "valid_from");

-- The log is append-only. A statement is refused even when it would touch no row, and TRUNCATE with it.
CREATE FUNCTION "event_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the event log is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION "event_is_append_only"();

-- Also where session_replication_role would switch ordinary triggers off.
ALTER TABLE "event" ENABLE ALWAYS TRIGGER "event_append_only";

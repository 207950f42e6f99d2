-- CreateTable
CREATE TABLE "figure" (
    "institution_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "scope_kind" TEXT NOT NULL,
    "scope_id" UUID NOT NULL,
    "period_kind" TEXT NOT NULL,
    "from_" DATE NOT NULL,
    "parts" DOUBLE PRECISION[],
    "editions" SMALLINT[],
    "watermark" BIGINT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("institution_id","part","scope_id","period_kind","from_")
);

-- CreateTable
CREATE TABLE "figure_state" (
    "institution_id" UUID NOT NULL,
    "database" TEXT NOT NULL,
    "feed" BIGINT NOT NULL,
    "watermark" BIGINT NOT NULL,
    "as_of" TIMESTAMPTZ(0) NOT NULL,
    "from_" DATE NOT NULL,

    CONSTRAINT "figure_state_pkey" PRIMARY KEY ("institution_id")
);

-- CreateIndex
CREATE INDEX "event_feed_idx" ON "event" USING BRIN ("feed");

-- An incident's times lie within a month of each other, but for those of this index: server/measuring/touched.ts.
CREATE INDEX "incident_long_idx" ON "incident" ("subject")
WHERE "state" <> 'CANCELLED'
  AND ("resolved_at" IS NULL OR "resolved_at" - coalesce("occurred_at", "detected_at") > INTERVAL '31 days');
CREATE INDEX "incident_subject_detected_at_idx" ON "incident" ("subject", "detected_at") WHERE "state" <> 'CANCELLED';
CREATE INDEX "state_span_waits_idx" ON "state_span" ("row_id") WHERE "waits_for" IS NOT NULL;

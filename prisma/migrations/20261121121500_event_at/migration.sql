-- The log grows with the time: a few pages tell where its last days begin, and writing costs nothing.
CREATE INDEX "event_at_idx" ON "event" USING BRIN ("at");

-- A proof of work counts once, on whichever node it is handed in: its nonce is kept here until it would have expired
-- anyway. Written only when somebody was asked for one.

CREATE TABLE "work_proofs" (
    "nonce" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "work_proofs_pkey" PRIMARY KEY ("nonce")
);
CREATE INDEX "work_proofs_expires_at_idx" ON "work_proofs"("expires_at");
ALTER TABLE "work_proofs" ADD CONSTRAINT "work_proofs_nonce_sane" CHECK (octet_length("nonce") = 16);

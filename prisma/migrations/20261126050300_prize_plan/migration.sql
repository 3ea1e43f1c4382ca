-- Which prize is drawn when, and in which item of the programme: the draw takes its order from here.
-- Places leave gaps when a prize goes, so they only say which comes first.

ALTER TABLE "prizes" ADD COLUMN     "place" INTEGER,
ADD COLUMN     "talk_id" UUID;

ALTER TABLE "prizes" ADD CONSTRAINT "prizes_event_id_talk_id_fkey" FOREIGN KEY ("event_id", "talk_id") REFERENCES "talks"("event_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE prizes ADD CONSTRAINT prizes_place_sane CHECK (place BETWEEN 1 AND 10000);

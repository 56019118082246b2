-- What a merge wrote over in the record that was kept, as JSON: field -> what stood there, what was put there. Taking
-- the merged record out again puts it back.
ALTER TABLE authority ADD COLUMN merge_choices TEXT;

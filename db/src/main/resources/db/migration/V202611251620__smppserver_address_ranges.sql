-- As many addresses and ranges as other credentials may have.
ALTER TABLE smppserver_credential MODIFY COLUMN addresses VARCHAR(1000) NOT NULL;

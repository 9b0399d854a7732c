"""The first page: what this is, the sample deal, a contract to upload, a deal folder to import."""

"""The deal folder of a room: files kept in every version, imported and exported as they are."""

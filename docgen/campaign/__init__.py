"""The campaign: its model, how it is loaded, its JSON schema."""

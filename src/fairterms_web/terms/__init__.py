"""The payment terms as text: edited, explained, tried on scripts, signed by both sides."""

"""The room on screen: the facilitator's desk, the projector and the phone."""

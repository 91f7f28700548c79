package dev.parley.coaching;

/** The seven partnership principles (Jim Knight), which tag prompts and reflections. */
public enum Principle {
    EQUALITY,
    CHOICE,
    VOICE,
    DIALOGUE,
    REFLECTION,
    PRAXIS,
    RECIPROCITY
}

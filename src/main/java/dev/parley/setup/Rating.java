package dev.parley.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A way to rate a person, by the words in which it is asked for. The patterns are for folded text: small words with one space before and
 * behind each. Every repetition in them is bounded.
 */
enum Rating {
    SCALE(
            "asks for a place on a scale",
            "Ask for words instead of a number, such as \"What has changed since last time?\".",
            true,
            " on (?:a |the |this |our )?(?:(?!larger |smaller |large |small |bigger |big |wider |grand |global |whole )[a-z0-9]{1,12} ){0,2}scale (?!of the |model |map |drawing )",
            " scale (?:of|from|between) #N0 ",
            " (?:rating|point|likert|grading|scoring) scale ",
            " likert ",
            " (?<!#UNITS )#N0 (?:-|to|through|thru) #NM (?!#COUNTED)",
            " between #N0 and #NM (?!#COUNTED)",
            " (?:5|10|five|ten) (?:-|to|through) (?:1|one) (?!ratio |odds |#COUNTED)",
            " (?<!#UNITS )1 (?:[/;] )?2 (?:[/;] )?3 (?:[/;] )?4 ",
            " out of (?:a possible )?#NM (?!#COUNTED)",
            " (?<![0-9] )/ (?:5|10|100) ",
            " [0-9]{1,2} / (?:5|10|100) (?:for|to|as) #P",
            " (?<!(?:groups|classes|sections|parts|rooms|teams|tables|vitamins|houses) )a (?:-|to|through) [ef] ",
            " thumbs up or (?:thumbs )?down ",
            " #N0 ; (?:[a-z']{1,20} ){1,4}; (?:; |- |to |through ){0,2}#NM (?=; )",
            " strongly agree #OR(?:agree|neutral|disagree|somewhat|undecided) ",
            " excellent #OR(?:very good #OR)?good #OR(?:fair|average|satisfactory|sufficient|ok|okay|poor|bad) ",
            " poor #OR(?:fair|average|ok|okay|good) #OR(?:good|very good|excellent|great) "),
    STARS(
            "gives stars",
            "Ask what was seen instead, such as \"What would you like to remember of it?\".",
            true,
            " (?:[0-9] )?★(?: ★){0,20} ",
            " (?:how many|one|two|three|four|five|ten|[1-5]|10|gold) stars? (?!and a wish )",
            " star (?:rating|system|scale)s? ",
            " (?:give|gives|gave|award|awards|earn|earns|in) (?:[a-z']{1,20} ){0,3}stars "),
    PERCENT(
            "asks for a percentage",
            "Ask for words instead of a number, such as \"What is in place, and what is still open?\".",
            true,
            " (?:what|which|how many|how much) percent(?:age)? (?!of )",
            " (?:in|as a) percent(?:age)? ",
            " 0 (?:percent )?(?:-|to) 100 ",
            " percent(?:age)? of (?:your|the|his|her|their|our|my) (?:goal|plan|potential|agreement)s? ",
            " [0-9]{1,3} percent (?:satisfied|sure|happy|committed|confident|effective|competent|motivated|of your goal|of the goal) "),
    MARKS(
            "gives marks, scores or points",
            "Ask what somebody did and what came of it, such as \"What did students do that was new?\".",
            true,
            " (?:your|my|his|her|our|partner's|coach's|teacher's|colleague's|self|total|overall|peer|coaching|partnership|teaching|performance|satisfaction) (?:score|rating|rank|ranking|points)s? ",
            " (?:give|gives|gave|giving|write|note|put|enter|choose|pick|add|record) (?:[a-z']{1,20} ){0,4}(?:score|rating)s? ",
            " (?:score|rating) (?:of|out|from|for|between) (?:[0-9]|#N0|#NM|#P)",
            " (?:score|rating|points|grade) [;/] ",
            " ratings? (?!of the |of this |of these )",
            " (?:score ?card|score ?board|point system|bonus points)s? ",
            " (?:what|which) (?:[a-z]{1,20} )?(?:grade|mark|score|rating)s? (?:would|do|did|does|will|should|could|can) (?:you |we |i |he |she |#P)(?:give|get|deserve|earn|award|assign|receive|choose|put) (?!(?:the |a |his |her |their |that |this )?(?:[a-z]{1,20} )?(?:essay|paper|student|draft|text|poem|project|test|quiz|class)s? )",
            " (?:what|which) (?:grade|mark|score|rating)s? (?:would|does|did|do|will|should) (?:it |this |that |#P)(?:get|deserve|earn|receive) ",
            " (?:give|gives|gave|giving|assign|assigns|award|awards|awarded) (?:#P|it |this |the (?:lesson|meeting|talk|visit|session) )(?:a |an |the |some |your )?(?:[a-z0-9]{1,20} ){0,2}(?:grade|mark|score|rating|rank|percent|points(?! to | of | about )|stars)s? ",
            " (?:deserve|deserves|deserved|earn|earns|earned) (?:a |an |the )?(?:[a-z]{1,20} )?(?:grade|mark|score|rating)s? ",
            " letter grades? (?:for|to) ",
            " report cards? (?:for|of|to|on) #P",
            " how many (?!talking |main |key |good |starting |turning |entry |bullet |power |data |discussion )(?:[a-z]{1,20} )?points (?!of view )",
            " (?:give|gave|gives|earn|earned|earns|award|awarded|awards|collect|collected|win|won|lose|lost|gain|gained|deduct) (?:(?!talking |main |key |good |starting |turning |entry |bullet |power |touch |pain |data |discussion )[a-z0-9']{1,20} ){0,3}points (?!(?:to|of|about|that|where|in) )",
            " points? (?:per|table|total) ",
            " (?:put|give|choose|pick|write|enter) (?:#P|it |this |that )?an? number (?:on|to|for) ",
            " (?:give|gives|gave) (?:#P|it |this |that |the (?:lesson|meeting|talk|visit|session) )an? (?:[0-9]|10) "),
    COMPARISON(
            "ranks or compares people",
            "Let everybody look at their own work, such as \"What is different for you since you began?\".",
            false,
            " leader ?boards? ",
            " league tables? ",
            " top (?:performer|scorer|coach|coache|teacher|partner)s? ",
            " (?:what|which|your|his|her|their|my) rank(?:ing)? (?!and file )",
            " compar(?:e|es|ed|ing) #P",
            " compar(?:e|es|ed|ing) (?:teachers|coaches|colleagues|partners|people|others) ",
            " compar(?:e|ed|ing) (?:your|my|his|her) (?:teaching|lesson|lessons|coaching|performance|progress|results|class|students|growth) (?:to|with|against) (?!last |what )",
            " compared (?:to|with|against) #P",
            " how (?:do|does|did|would) (?:you |#P)compare (?:to|with|against) ",
            " (?:better|worse|stronger|weaker|smarter|faster|(?:more|less) [a-z]{2,20}) than (?:the |your |any |most |all |many |some )?(?:other )?(?:#NOUN|others|anyone|anybody|everyone|everybody|the rest) (?!(?:expected|thought|had|would|did|does|could|likes|wanted) )",
            " (?:better|worse|stronger|weaker|smarter) than (?:you|me|him|her|us|them) $",
            " who (?:is|was|did|does|taught|talked|spoke|performed|teaches|coaches|led|were) (?:[a-z']{1,20} ){0,4}(?:better|best|worse|worst|stronger|strongest|weaker|weakest) (?!(?:placed|able|suited|to) )",
            " who of (?:you|us)(?: two| three)? (?:[a-z']{1,20} ){0,4}(?:better|best|worse|worst|more|most) ",
            " which #NOUN needs? (?:the )?(?:most|least) ",
            " compares? (?:with|to|against) (?:that|those) of #P",
            " which (?:one )?of (?:you|us|the two of you|the two of us|your #NOUN)(?: two| three)? (?:[a-z']{1,20} ){0,4}(?:better|best|worse|worst|stronger|strongest|weaker|weakest|more|most) ",
            " (?:best|worst|strongest|weakest|better|weaker|stronger|worse) #NOUN "),
    DILIGENCE(
            "counts how often somebody takes part",
            "Leave it out. Nobody owes anybody a reflection, and a pause is no fault.",
            false,
            " (?<! (?:stubborn|mean|creative|independent|silver|playful) )streaks? (?!of (?:light|paint|colou?r|sun|sunlight|ink|luck|chalk) )",
            " (?:days|weeks|times|meetings|reflections) in a row "),
    LEVEL(
            "numbers the places where people are",
            "Give the place a name and describe how it looks there, such as \"Trying it, with one class and a way back\".",
            true,
            " (?<! (?:reading|book|text|noise|voice|math|maths|language|water|sound|difficulty|grade|key|support|a) )(?:level|tier|band) (?:[0-9]|one|two|three|four|five|i{1,3}|iv|v) (?!(?:readers?|texts?|books?|groups?|class|classes|students?|pupils?|learners?|support|questions?|interventions?|words?|vocabulary|maths?|course|courses) )",
            " (?:what|which) level (?:are|is|was|were|would|do|does) (?:you |#P)",
            " level(?:s|ed|ing)? up "),
    VERDICT(
            "evaluates a person",
            "Ask what was noticed or learned, such as \"What did you see your partner do that you would like to try?\".",
            false,
            " #VERB #P(?!as |#THING)",
            " (?:rate|rank|evaluate|assess|judge|appraise)(?:s|d|ing)? (?:#NOUN) (?!#THING)",
            " #VERB #OF (?:teaching|lesson|lessons|performance|work|skills?|coaching|effort|attitude|behaviou?r|progress|practice|management|classroom management|delivery|style|participation|listening|competence|ability|leadership) ",
            " #VERB (?:#DET ){0,3}(?:#NOUN's?|each other's|one another's|somebody's) (?!#THING|[a-z]{1,20} #THING)",
            " #VERB how (?:well |good |effectively )?#P",
            " (?:rate|rates|rated|rating|score|grade|rank) (?:#DET ){1,3}(?:[a-z]{1,20} )?#MEET (?!plan)",
            "^ (?:; )?(?:please )?(?:rate|score) (?:your|the|this|how|my|our|today|each|it|from|out) ",
            " (?:would|do|did|could|can|should|will|to|please|and) (?:you |we |i |he |she )?rate (?:your|the|this|that|how|my|our|his|her|today|it|each|every) ",
            " how (?:would|do|did|could) you (?:rate|score) ",
            " (?:evaluation|assessment|appraisal|ranking|grading|scoring|judgment|judgement)s? of #P",
            " (?:teacher|partner|coach|staff|performance|colleague) (?:evaluation|appraisal|rating|ranking)s? ",
            " performance reviews? ",
            " how (?:good|bad|great|poor|weak|strong|skilled|skilful|skillful|competent|effective|successful|professional|capable|talented|impressive) (?:was|were|is|are) (?:it (?!to )|this |that |#P|(?:#DET ){0,3}(?:[a-z]{1,20} )?(?:#MEET|job) )",
            " how (?:good|bad|strong|weak|effective|skilled|competent) an? (?:#NOUN|job) ",
            " how (?:helpful|useful) (?:was|were|is|are) #P",
            " how well (?:did|does|do|has|have|was|were|is|are|can|could) #P(?!know |knows |#THING)",
            " how well (?:did|do|have|can|could) (?:you|we|i|he|she) (?:teach|taught|coach|coached|perform|performed|do|done|listen|listened|lead|led|facilitate|manage|managed) ",
            " (?:did|does|do|has|have) (?:you |he |she |we |#P)(?:do|done|did) an? (?:good|great|bad|poor|better|excellent|fine) job ",
            " (?:weakness|weaknesses|shortcomings|flaws|faults|failings) of #P",
            " #OF (?:(?:strengths|strong points) (?:and|or) |(?:biggest|greatest|worst|main) )?(?:weakness|weaknesses|weak points|shortcomings|flaws|faults|failings|mistakes?|performance) ",
            " (?:is|was|are|were) #P(?:doing )?(?:an? )?(?:very |really |such )?(?:good|great|bad|poor|weak|strong|excellent|fine|better|best|worst) (?:#NOUN|listener|job|helper|guide) ",
            " (?:is|was|are|were) #P(?:[a-z]{1,12} )?(?:proficient|competent|incompetent|qualified|effective|ineffective|distinguished|good enough) ",
            " (?:did|does|do|has|have) #P(?:[a-z]{1,20} ){0,4}(?:meet|met|exceed|exceeded|below) (?:[a-z]{1,12} )?expectations? ",
            " (?:did|does|do|has|have) #P(?:do |done )(?:well )?enough (?!to )",
            " how (?:good|bad|great|poor|weak|strong|skilled|effective|successful|helpful|useful) (?:was|were|is|are) (?:#DET ){0,3}(?:#NOUN's|each other's|one another's|somebody's) ",
            " (?:satisfied|dissatisfied) with #P",
            " #P(?:[a-z]{1,20} )?(?:fall|falls|fell|come|comes|came) short ",
            " #P(?:does|do|did|done|doing) (?:[a-z]{1,12} )?(?:badly|poorly|wrong) ",
            " (?:should|must|could|can) #P(?:have )?(?:improve|improved|do better|done better) ",
            " (?:does|do|did) #P(?:need |have )to improve ",
            " (?:place|put|position|locate|see) (?:#DET ){1,3}#NOUN (?:[a-z]{1,12} ){0,2}on (?:the |a |this |which )?(?:continuum|step|scale|ladder|framework)s? ",
            " where (?:is|was|are|does|do) (?:#DET ){1,3}#NOUN (?:[a-z]{1,12} ){0,2}on (?:the |a |this )?(?:continuum|scale|ladder|framework) ",
            " (?:tell|telling|inform|informing) (?:the |your )?(?:lead|leader|principal|head) (?:about|how) #P",
            " underperform(?:s|ed|ing|er|ers)? ",
            " key performance indicators? ",
            " kpis? ");

    private static final String NOUNS =
            "(?:partner|coach|coache|colleague|teacher|peer|principal|mentor|lead|leader|trainer|person|people|member|staff|host|visitor|guest|observer|companion|participant|facilitator|teammate|triad|duo)s?";

    /** Words that are found also where they are written in a strange way. */
    static final Set<String> VOCABULARY = Set.of(
            "score",
            "scores",
            "scored",
            "rate",
            "rated",
            "rating",
            "ratings",
            "rank",
            "ranks",
            "ranked",
            "ranking",
            "grade",
            "grades",
            "streak",
            "streaks",
            "points",
            "stars",
            "star",
            "scale",
            "percent",
            "percentage",
            "level",
            "evaluate",
            "evaluation",
            "assess",
            "judge",
            "appraise",
            "partner",
            "partners",
            "partner's",
            "coach",
            "colleague",
            "colleagues",
            "teacher",
            "teachers",
            "yourself",
            "your",
            "better",
            "best",
            "worse",
            "compare",
            "performance",
            "leaderboard",
            "how",
            "good");

    private final String what;
    private final String remedy;
    private final boolean ofStudents;
    private final List<String> sources;
    private List<Pattern> patterns = List.of();

    Rating(String what, String remedy, boolean ofStudents, String... sources) {
        this.what = what;
        this.remedy = remedy;
        this.ofStudents = ofStudents;
        this.sources = List.of(sources);
    }

    static {
        Arrays.stream(values())
                .forEach(rating -> rating.patterns =
                        rating.sources.stream().map(Rating::pattern).toList());
    }

    /** Why it is refused, behind the words that are: a sentence without its full stop. */
    String what() {
        return what + ", and coaching here is between equals";
    }

    /** What to write instead. */
    String remedy() {
        return remedy;
    }

    /** Whether the same words are welcome where students are what they are about. */
    boolean isOfStudents() {
        return ofStudents;
    }

    List<Pattern> patterns() {
        return patterns;
    }

    private static Pattern pattern(String source) {
        String determiners =
                "(?:my|your|the|a|an|our|their|his|her|this|that|each|every|any|other|new|own|fellow|two|both|all|these|those|today's|last|first|latest)";
        String person = "(?:(?:(?:both|each|one|all|some) of )?(?:" + determiners + " ){1,3}" + NOUNS
                + " |yourself |yourselves |himself |herself |themselves |themself |oneself |myself |ourselves |each other |one another |him "
                + "|you (?=$|; )|me |us |somebody |someone |anyone |anybody |everybody |everyone |others )";
        String whose = "(?:(?:" + determiners + " ){0,3}" + NOUNS.replace("s?", "")
                + "s?'s?|your|his|her|each other's|one another's|somebody's|my)";
        return Pattern.compile(
                source.replace(
                                "#VERB",
                                "(?:rat(?:e|es|ed|ing)|scor(?:e|es|ed|ing)|grad(?:e|es|ed|ing)|mark(?:s|ed|ing)?"
                                        + "|rank(?:s|ed|ing)?|evaluat(?:e|es|ed|ing)|evalute|evaulate|assess(?:es|ed|ing)?|judg(?:e|es|ed|ing)|apprais(?:e|es|ed|ing))")
                        .replace("#P", person)
                        .replace("#OF", whose)
                        .replace("#NOUN", NOUNS)
                        .replace("#DET", determiners)
                        .replace(
                                "#MEET",
                                "(?:meeting|session|visit|conversation|talk|coaching|partnership|lesson|teaching|performance|observation|cycle"
                                        + "|day|week|hour|mood|energy|satisfaction|confidence|progress|effort|listening|trust|work)")
                        .replace(
                                "#THING",
                                "(?:plans?|planning|drafts?|notes?|questions?|ideas?|work|words|class|students|book|books|texts?) ")
                        .replace(
                                "#UNITS",
                                " (?:grades?|years?|pages?|chapters?|lessons?|questions?|weeks?|stages?|problems?|exercises?|steps?|ages?|forms?"
                                        + "|classes|periods?|rooms?|items?|lines?|verses?|days?|numbers|groups?|tables?|levels?|units?|parts?|from grade|from year)")
                        .replace(
                                "#COUNTED",
                                "(?:percent )?(?:(?!this |was |does |stars |points |marks |scores |always |yes |perhaps |less |times |as |is |us )"
                                        + "[a-z']{2,30}s |people |children |minute |of (?:the|your|our|my|them|us) |january |february |march |april |may |june |july |august "
                                        + "|september |october |november |december |ratio )")
                        .replace("#OR", "(?:(?:or|and|;|/|-) ){0,2}")
                        .replace("#N0", "(?:0|1|zero|one)")
                        .replace(
                                "#NM",
                                "(?:3|4|5|6|7|8|9|10|12|20|100|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|a hundred)"));
    }
}

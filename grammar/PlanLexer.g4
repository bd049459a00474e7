// Words of a plan. Layout means nothing; comments run from // to the end of the line.
lexer grammar PlanLexer;

AND      : 'and' ;
OR       : 'or' ;
NOT      : 'not' ;
AT       : 'at' ;
IN       : 'in' ;
INSIDE   : 'inside' ;
OUTSIDE  : 'outside' ;
AT_LEAST : 'at_least' ;
OF       : 'of' ;
PER      : 'per' ;

// A hyphen or a full stop belongs to a name if it stands between its characters: ses-pre, utf-8, sample.rows.
// A template part stands for each of several names: d_(measure), faces_bold_(roi).
NAME : NAME_START NAME_REST* ;

fragment NAME_START : [A-Za-z_] ;
fragment NAME_CHARACTER : [A-Za-z0-9_] ;
fragment NAME_REST
    : [A-Za-z0-9]
    | '_' TEMPLATE?
    | [.-] NAME_CHARACTER
    ;
fragment TEMPLATE : '(' NAME_START NAME_CHARACTER* ')' ;

NUMBER : DIGIT+ ('.' DIGIT+)? ([eE] [+-]? DIGIT+)? ;
POINT_FIRST : '.' DIGIT+ ([eE] [+-]? DIGIT+)? ;
fragment DIGIT : [0-9] ;

STRING : '"' (~["\\\n\r] | '\\' ~[\n\r])* '"' ;
UNFINISHED_STRING : '"' (~["\\\n\r] | '\\' ~[\n\r])* '\\'? ;

LEFT_BRACE    : '{' ;
RIGHT_BRACE   : '}' ;
LEFT_ROUND    : '(' ;
RIGHT_ROUND   : ')' ;
LEFT_SQUARE   : '[' ;
RIGHT_SQUARE  : ']' ;

COMMA         : ',' ;
COLON         : ':' ;
RANGE         : '..' ;
ARROW         : '->' ;
LESS_EQUAL    : '<=' ;
GREATER_EQUAL : '>=' ;
SAME          : '==' ;
DIFFERENT     : '!=' ;
LESS          : '<' ;
GREATER       : '>' ;
EQUAL         : '=' ;
PLUS          : '+' ;
MINUS         : '-' ;
TIMES         : '*' ;
DIVIDED       : '/' ;
POWER         : '^' ;
PERCENT       : '%' ;
TRANSPOSED    : '\'' ;
BAR           : '|' ;

COMMENT : '//' ~[\n\r]* -> channel(HIDDEN) ;
BLANK   : [ \t\r\n]+ -> skip ;
STRAY   : . ;

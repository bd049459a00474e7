// A plan is phrases, groups in round or square brackets, and blocks in braces; which phrase says what is a table of words, not
// a matter of grammar. Expressions have a grammar of their own and may be read from any notation.
parser grammar PlanParser;

options { tokenVocab = PlanLexer; }

plan : part* EOF ;

part : block | group | word ;

block : LEFT_BRACE part* RIGHT_BRACE ;

group
    : LEFT_ROUND part* RIGHT_ROUND
    | LEFT_SQUARE part* RIGHT_SQUARE
    ;

word
    : AND | OR | NOT | AT | IN | INSIDE | OUTSIDE | AT_LEAST | OF | PER
    | NAME | NUMBER | POINT_FIRST | STRING | UNFINISHED_STRING
    | COMMA | COLON | RANGE | ARROW | LESS_EQUAL | GREATER_EQUAL | SAME | DIFFERENT | LESS | GREATER | EQUAL
    | PLUS | MINUS | TIMES | DIVIDED | POWER | PERCENT | TRANSPOSED | BAR | STRAY
    ;

wholeExpression : expression EOF ;

// Flat where operators repeat, so that long chains need no deep recursion.
expression  : conjunction (OR conjunction)* ;
conjunction : negation (AND negation)* ;
negation    : NOT* comparison ;
comparison  : sum comparing? ;
comparing
    : (LESS | LESS_EQUAL | GREATER | GREATER_EQUAL | EQUAL | SAME | DIFFERENT) sum   # compared
    | (INSIDE | OUTSIDE) sum RANGE sum                                               # ranged
    | IN LEFT_ROUND expression (COMMA expression)* RIGHT_ROUND                       # contained
    ;
sum     : product ((PLUS | MINUS) product)* ;
product : signed ((TIMES | DIVIDED) signed)* ;
signed  : MINUS* power ;
power   : visit (POWER MINUS* visit)* ;
visit   : primary (AT NAME)? ;

primary
    : NUMBER unit?                                                      # number
    | STRING                                                            # text
    | NAME (COLON NAME)+                                                # term
    | NAME TRANSPOSED (LEFT_ROUND expression RIGHT_ROUND)?              # transposed
    | NAME LEFT_ROUND (expression (COMMA expression)*)? RIGHT_ROUND     # call
    | NAME                                                              # name
    | AT_LEAST NUMBER OF LEFT_ROUND expression (COMMA expression)* RIGHT_ROUND   # atLeast
    | LEFT_ROUND expression RIGHT_ROUND                                 # grouped
    ;

unit : PERCENT | NAME (PER NAME)* ;

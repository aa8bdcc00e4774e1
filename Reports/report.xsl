<?xml version="1.0" encoding="UTF-8"?>
<!--
  report.xml to one self-contained report.html. XSLT 1.0, no extensions, and no word of its own: every word comes from
  languages/*.xml, whose root stands as the last child of the report's root when this sheet runs.
  Parameter css: the text of report.css; parameter palette: the text of palette.css, for the page and for the drawings.
  Elements are those of HTML 4 with ARIA roles, so that libxml2's HTML parser, too, reads the page without an error.
  Order: keys, the page, the decision, the evidence, the DPIA's part, the annex, figures, small templates.
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:r="urn:layeraudit:report:1"
                xmlns:l="urn:layeraudit:language:1"
                xmlns:svg="http://www.w3.org/2000/svg"
                exclude-result-prefixes="r l svg">

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="*"/>
  <xsl:preserve-space elements="l:text l:strong l:dfn l:link"/>
  <xsl:param name="css"/>
  <xsl:param name="palette"/>

  <!-- Keys -->

  <xsl:key name="t" match="l:text" use="@key"/>
  <xsl:key name="attack" match="r:attacks/r:attack" use="@id"/>
  <xsl:key name="figure" match="r:measurement" use="concat(@attack, '|', @approach, '|', @shadowSize, '|', @statistic)"/>
  <xsl:key name="size" match="r:measurement" use="concat(@attack, '|', @approach, '|', @shadowSize)"/>
  <xsl:key name="approach" match="r:measurement" use="concat(@attack, '|', @approach)"/>
  <xsl:key name="measured" match="r:measurement" use="@attack"/>
  <xsl:key name="absent" match="r:measurement[not(@value)]" use="concat(@attack, '|', @statistic, '|', @note)"/>
  <xsl:key name="outcomeOfAttack" match="r:outcome" use="@attack"/>
  <xsl:key name="outcome" match="r:outcome" use="concat(@attack, '|', @approach)"/>
  <xsl:key name="class" match="r:classMeasurement" use="concat(@attack, '|', @approach, '|', @shadowSize)"/>
  <xsl:key name="cost" match="r:cost" use="concat(@attack, '|', @approach)"/>
  <xsl:key name="gateStatistic" match="r:gateResult" use="@statistic"/>

  <xsl:variable name="report" select="/r:report"/>
  <xsl:variable name="members" select="sum($report/r:data/r:dataSet[@role = 'members']/@records)"/>
  <xsl:variable name="nonMembers" select="sum($report/r:data/r:dataSet[@role = 'nonMembers']/@records)"/>
  <xsl:variable name="controls" select="$report/r:attacks/r:attack[@control = 'true']"/>
  <!-- Attacks on the recipient's own training set: what the decision about the layers does not rest on. -->
  <xsl:variable name="ofTarget" select="$report/r:attacks/r:attack[@population = 'target']"/>
  <xsl:variable name="leaks" select="$report/r:outcomes/r:outcome[@state = 'leaks'][not(@attack = $controls/@id or @attack = $ofTarget/@id or @attack = $ofWorlds/@attack)]"/>
  <xsl:variable name="worked" select="$report/r:outcomes/r:outcome[@state != 'did-not-learn'][not(@attack = $controls/@id or @attack = $ofTarget/@id or @attack = $ofWorlds/@attack)]"/>
  <xsl:variable name="combinations" select="$report/r:classMeasurements/r:classMeasurement[generate-id() = generate-id(key('class', concat(@attack, '|', @approach, '|', @shadowSize))[1])]"/>
  <!-- Of every class under every attack that is no control, those among which the worst one is: few, so that sorting
       stays quick with a thousand classes. -->
  <xsl:variable name="judged" select="$report/r:classMeasurements/r:classMeasurement[not(@attack = $controls/@id)]"/>
  <xsl:variable name="above9" select="$judged[@low &gt;= 0.9]"/>
  <xsl:variable name="above8" select="$judged[not($above9)][@low &gt;= 0.8]"/>
  <xsl:variable name="above7" select="$judged[not($above9 or $above8)][@low &gt;= 0.7]"/>
  <xsl:variable name="above6" select="$judged[not($above9 or $above8 or $above7)][@low &gt;= 0.6]"/>
  <xsl:variable name="above5" select="$judged[not($above9 or $above8 or $above7 or $above6)][@low &gt;= 0.5]"/>
  <xsl:variable name="worst" select="$above9 | $above8 | $above7 | $above6 | $above5
                                     | $judged[not($above9 or $above8 or $above7 or $above6 or $above5)]"/>
  <!-- Whether the data name the persons behind the records, so that attacks have figures over persons, too. -->
  <xsl:variable name="bySubject" select="boolean($report/r:measurements/r:measurement[@statistic = 'subject-auc'])"/>
  <!-- Figures over shadow worlds: of attacks on the training population as a whole, which say nothing of its members. -->
  <xsl:variable name="ofWorlds" select="$report/r:measurements/r:measurement[@statistic = 'attribute-auc']"/>
  <xsl:variable name="kinds" select="$report/r:coverage/r:kind"/>

  <!-- Rows of one table before the rest is left to measurements.csv: about 3,000 over all classes, 4,000 figures. -->
  <xsl:variable name="classRows">
    <xsl:choose>
      <xsl:when test="count($combinations) &lt; 1">10</xsl:when>
      <xsl:when test="floor(3000 div count($combinations)) &gt; 10"><xsl:value-of select="floor(3000 div count($combinations))"/></xsl:when>
      <xsl:otherwise>10</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="figureRows" select="4000"/>

  <!-- The signs of the language: grouping, decimal and minus; what stands between two numbers; after a percentage. -->
  <xsl:variable name="signs" select="string(key('t', 'number.signs'))"/>
  <xsl:variable name="minus" select="substring($signs, 3, 1)"/>
  <xsl:variable name="between" select="string(key('t', 'number.between'))"/>
  <xsl:variable name="percent" select="string(key('t', 'number.percent'))"/>
  <xsl:variable name="colon" select="string(key('t', 'sign.colon'))"/>
  <xsl:variable name="semicolon" select="string(key('t', 'sign.semicolon'))"/>
  <xsl:variable name="dot" select="' · '"/>

  <!-- The page -->

  <xsl:template match="/r:report">
    <html lang="{l:language/@code}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="generator" content="LayerAudit {r:provenance/@toolVersion}"/>
        <title>
          <xsl:value-of select="concat(key('t', concat('verdict.', r:verdict/@result)), $colon, r:title, ' – ', key('t', 'page.kind'))"/>
        </title>
        <style>
          <xsl:value-of select="$palette"/>
          <xsl:value-of select="$css"/>
          <xsl:call-template name="running-headers"/>
        </style>
      </head>
      <body>
        <a class="skip" href="#main"><xsl:value-of select="key('t', 'page.skip')"/></a>
        <div role="banner" class="masthead">
          <p class="brand">LayerAudit<span><xsl:value-of select="concat($dot, key('t', 'page.subtitle'))"/></span></p>
          <h1>
            <xsl:if test="string-length(r:title) &gt; 200"><xsl:attribute name="class">wordy</xsl:attribute></xsl:if>
            <span dir="auto"><xsl:value-of select="r:title"/></span>
          </h1>
          <p class="dateline">
            <xsl:call-template name="moment"><xsl:with-param name="at" select="r:provenance/@finished"/></xsl:call-template>
            <xsl:value-of select="concat($dot, key('t', 'page.policy'), ' ')"/>
            <span dir="auto"><xsl:value-of select="r:policy/@id"/></span>
            <xsl:value-of select="concat($dot, key('t', 'page.profile'), ' ')"/>
            <span dir="auto"><xsl:value-of select="r:provenance/@profile"/></span>
            <xsl:value-of select="concat($dot, key('t', 'page.version'), ' ', r:provenance/@toolVersion)"/>
          </p>
        </div>
        <div class="page">
          <xsl:call-template name="contents"/>
          <div role="main" id="main" tabindex="-1">
            <xsl:call-template name="decision"/>
            <xsl:call-template name="evidence"/>
            <xsl:call-template name="dpia"/>
            <xsl:call-template name="annex"/>
          </div>
        </div>
        <div role="contentinfo" class="foot">
          <p>
            <xsl:apply-templates select="key('t', 'page.foot')" mode="say">
              <xsl:with-param name="a" select="string(r:provenance/@toolVersion)"/>
            </xsl:apply-templates>
          </p>
          <p><xsl:value-of select="key('t', 'disclaimer')"/></p>
        </div>
      </body>
    </html>
  </xsl:template>

  <!-- Paper: margin boxes with the title, the verdict and page numbers. A title is anybody's text: what could end a
       string or the style sheet is replaced. -->
  <xsl:template name="running-headers">
    <xsl:variable name="unsafe">"\&lt;&gt;&amp;&#9;&#10;&#13;</xsl:variable>
    <xsl:variable name="title" select="translate(r:title, $unsafe, '”＼‹›＆   ')"/>
    <xsl:text>@page{@top-left{content:"LayerAudit</xsl:text>
    <xsl:value-of select="concat($dot, substring($title, 1, 70))"/>
    <xsl:if test="string-length($title) &gt; 70">…</xsl:if>
    <xsl:text>"}@top-right{content:"</xsl:text>
    <xsl:value-of select="key('t', concat('verdict.', r:verdict/@result))"/>
    <xsl:if test="string-length(r:provenance/@finished) &gt;= 10">
      <xsl:value-of select="$dot"/>
      <xsl:call-template name="day"><xsl:with-param name="at" select="r:provenance/@finished"/></xsl:call-template>
    </xsl:if>
    <xsl:text>"}@bottom-left{content:"</xsl:text>
    <xsl:value-of select="key('t', 'disclaimer')"/>
    <xsl:text>"}@bottom-right{content:"</xsl:text>
    <xsl:value-of select="key('t', 'print.page')"/>
    <xsl:text> " counter(page) " / " counter(pages)}}</xsl:text>
  </xsl:template>

  <xsl:template name="contents">
    <div role="navigation" aria-label="{key('t', 'contents')}" class="contents">
      <p class="contents-title"><xsl:value-of select="key('t', 'contents')"/></p>
      <ol>
        <li><a href="#decision"><xsl:value-of select="key('t', 'part.decision')"/></a>
          <ol><xsl:call-template name="links"><xsl:with-param name="of" select="'release tested worst todo residual signoff'"/></xsl:call-template></ol>
        </li>
        <li><a href="#evidence"><xsl:value-of select="key('t', 'part.evidence')"/></a>
          <ol><xsl:call-template name="links"><xsl:with-param name="of" select="'gates coverage exposed findings measures limits'"/></xsl:call-template></ol>
        </li>
        <li><a href="#dpia"><xsl:value-of select="key('t', 'part.dpia')"/></a>
          <ol><xsl:call-template name="links"><xsl:with-param name="of" select="'dpia-a dpia-b dpia-c dpia-d'"/></xsl:call-template></ol>
        </li>
        <li><a href="#annex"><xsl:value-of select="key('t', 'part.annex')"/></a>
          <ol><xsl:call-template name="links"><xsl:with-param name="of" select="'model leaving data adversary methods outcomes contributions measurements uncertainties classes figures checks skips shadows trials depth law provenance'"/></xsl:call-template></ol>
        </li>
      </ol>
    </div>
  </xsl:template>

  <!-- One entry of the contents per word of `of`; the same words are the sections' ids. -->
  <xsl:template name="links">
    <xsl:param name="of"/>
    <xsl:variable name="id" select="substring-before(concat($of, ' '), ' ')"/>
    <li><a href="#{$id}"><xsl:value-of select="key('t', concat('contents.', $id))"/></a></li>
    <xsl:if test="contains($of, ' ')">
      <xsl:call-template name="links"><xsl:with-param name="of" select="substring-after($of, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A row of column headings, one per word of `of`. -->
  <xsl:template name="columns">
    <xsl:param name="of"/>
    <th scope="col"><xsl:value-of select="key('t', concat('column.', substring-before(concat($of, ' '), ' ')))"/></th>
    <xsl:if test="contains($of, ' ')">
      <xsl:call-template name="columns"><xsl:with-param name="of" select="substring-after($of, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="part">
    <xsl:param name="id"/>
    <h2 id="{$id}"><xsl:value-of select="key('t', concat('heading.', $id))"/></h2>
  </xsl:template>

  <xsl:template name="section">
    <xsl:param name="id"/>
    <h3 id="{$id}"><xsl:value-of select="key('t', concat('heading.', $id))"/></h3>
  </xsl:template>

  <!-- The decision: one page for the officer -->

  <xsl:template name="decision">
    <div class="part decision">
      <xsl:call-template name="part"><xsl:with-param name="id" select="'decision'"/></xsl:call-template>
      <div class="verdict {r:verdict/@result}">
        <p class="stamp">
          <span class="mark" aria-hidden="true"/>
          <xsl:value-of select="key('t', concat('verdict.', r:verdict/@result))"/>
        </p>
        <div>
          <p class="reason"><span dir="auto"><xsl:value-of select="r:verdict/r:reason"/></span></p>
          <p class="small">
            <xsl:apply-templates select="key('t', 'verdict.counts')" mode="say">
              <xsl:with-param name="a" select="count(r:gates/r:gateResult[@result = 'fail'])"/>
              <xsl:with-param name="b" select="count(r:gates/r:gateResult[@result = 'fail'][@waived = 'true'])"/>
              <xsl:with-param name="c" select="count(r:gates/r:gateResult[@result = 'inconclusive'])"/>
              <xsl:with-param name="d" select="count(r:gates/r:gateResult[@result = 'pass'])"/>
            </xsl:apply-templates>
            <xsl:text> </xsl:text>
            <xsl:apply-templates select="key('t', 'verdict.exit')" mode="say">
              <xsl:with-param name="a" select="string(r:verdict/@exitCode)"/>
              <xsl:with-param name="b" select="string(key('t', concat('meaning.', r:verdict/@result)))"/>
            </xsl:apply-templates>
          </p>
        </div>
      </div>
      <xsl:if test="r:verdict/r:missing">
        <p class="notice">
          <strong><xsl:value-of select="concat(key('t', 'verdict.missing'), $colon)"/></strong>
          <xsl:for-each select="r:verdict/r:missing">
            <span dir="auto"><code><xsl:value-of select="."/></code></span>
            <xsl:if test="position() != last()">, </xsl:if>
          </xsl:for-each>
          <xsl:text>. </xsl:text>
          <xsl:value-of select="key('t', 'verdict.never')"/>
        </p>
      </xsl:if>
      <p class="lede">
        <xsl:apply-templates select="key('t', 'lede')" mode="say"/>
        <xsl:text> </xsl:text>
        <xsl:call-template name="evidence-sentence"/>
      </p>
      <xsl:call-template name="release"/>
      <xsl:call-template name="tested"/>
      <xsl:call-template name="worst"/>
      <xsl:call-template name="todo"/>
      <xsl:call-template name="residual"/>
      <xsl:call-template name="signoff"/>
    </div>
  </xsl:template>

  <xsl:template name="evidence-sentence">
    <strong>
      <xsl:choose>
        <xsl:when test="not($worked)"><xsl:value-of select="key('t', 'evidence.none')"/></xsl:when>
        <xsl:when test="$leaks">
          <xsl:apply-templates select="key('t', 'evidence.leaks')" mode="say">
            <xsl:with-param name="a" select="count($leaks)"/>
            <xsl:with-param name="b" select="count($worked)"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="key('t', 'evidence.not')" mode="say">
            <xsl:with-param name="a" select="count($worked)"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </strong>
  </xsl:template>

  <xsl:template name="release">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'release'"/></xsl:call-template>
    <dl class="facts">
      <div>
        <dt><xsl:value-of select="key('t', 'fact.from')"/></dt>
        <dd><xsl:call-template name="stated"><xsl:with-param name="text" select="r:context/@controller"/></xsl:call-template></dd>
      </div>
      <div>
        <dt><xsl:value-of select="key('t', 'fact.to')"/></dt>
        <dd>
          <xsl:call-template name="stated"><xsl:with-param name="text" select="r:context/@recipient"/></xsl:call-template>
          <xsl:value-of select="concat(' (', key('t', concat('release.', r:context/@release)), ')')"/>
        </dd>
      </div>
      <div>
        <dt><xsl:value-of select="key('t', 'fact.leaves')"/></dt>
        <dd>
          <xsl:choose>
            <xsl:when test="r:model/@cut = ''">
              <xsl:apply-templates select="key('t', 'release.predictions')" mode="say">
                <xsl:with-param name="a"><span dir="auto"><xsl:value-of select="r:model/@name"/></span></xsl:with-param>
              </xsl:apply-templates>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="key('t', 'release.leaves')" mode="say">
                <xsl:with-param name="a"><span dir="auto"><code><xsl:value-of select="r:model/@cut"/></code></span></xsl:with-param>
                <xsl:with-param name="b"><xsl:apply-templates select="r:model/@transferredParameters" mode="count"/></xsl:with-param>
                <xsl:with-param name="c"><xsl:apply-templates select="r:model/@parameters" mode="count"/></xsl:with-param>
                <xsl:with-param name="d"><span dir="auto"><xsl:value-of select="r:model/@name"/></span></xsl:with-param>
              </xsl:apply-templates>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:if test="r:transferred/r:layerComparison[@result != 'identical']">
            <xsl:text> – </xsl:text>
            <a href="#leaving"><xsl:value-of select="key('t', 'release.differs')"/></a>
          </xsl:if>
        </dd>
      </div>
      <div>
        <dt><xsl:value-of select="key('t', 'fact.categories')"/></dt>
        <dd><xsl:call-template name="categories"/></dd>
      </div>
      <div>
        <dt><xsl:value-of select="key('t', 'fact.records')"/></dt>
        <dd>
          <xsl:apply-templates select="key('t', 'release.records')" mode="say">
            <xsl:with-param name="a"><xsl:call-template name="count"><xsl:with-param name="of" select="$members"/></xsl:call-template></xsl:with-param>
            <xsl:with-param name="b"><xsl:call-template name="count"><xsl:with-param name="of" select="$nonMembers"/></xsl:call-template></xsl:with-param>
          </xsl:apply-templates>
        </dd>
      </div>
      <div>
        <dt><xsl:value-of select="key('t', 'fact.file')"/></dt>
        <dd>
          <xsl:choose>
            <xsl:when test="r:provenance/r:file[@role = 'source model']">
              <xsl:for-each select="r:provenance/r:file[@role = 'source model']">
                <span dir="auto"><code><xsl:value-of select="@name"/></code></span>
                <xsl:value-of select="concat(', ', key('t', 'sha256'), ' ')"/>
                <code><xsl:value-of select="substring(@sha256, 1, 12)"/>…</code>
                <xsl:if test="position() != last()"><xsl:value-of select="$semicolon"/></xsl:if>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="key('t', 'release.no-digest')"/></xsl:otherwise>
          </xsl:choose>
        </dd>
      </div>
      <div class="wide">
        <dt><xsl:value-of select="key('t', 'fact.policy')"/></dt>
        <dd>
          <span dir="auto"><xsl:value-of select="r:policy/r:title"/></span>
          <xsl:text> (</xsl:text>
          <a href="#gates"><xsl:value-of select="key('t', 'release.policy-link')"/></a>
          <xsl:text>)</xsl:text>
        </dd>
      </div>
    </dl>
  </xsl:template>

  <xsl:template name="categories">
    <xsl:choose>
      <xsl:when test="r:context/r:dataCategory">
        <xsl:for-each select="r:context/r:dataCategory">
          <span dir="auto">
            <xsl:choose>
              <xsl:when test="key('t', concat('category.', .))"><xsl:value-of select="key('t', concat('category.', .))"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
            </xsl:choose>
          </span>
          <xsl:if test="position() != last()">, </xsl:if>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="key('t', 'release.no-category')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tested">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'tested'"/></xsl:call-template>
    <dl class="facts stacked">
      <div class="wide">
        <dt><xsl:value-of select="key('t', 'tested.yes')"/></dt>
        <dd>
          <xsl:choose>
            <xsl:when test="$kinds[@ran = 'true']">
              <xsl:for-each select="$kinds[@ran = 'true']">
                <span dir="auto"><xsl:value-of select="@name"/></span>
                <xsl:if test="position() != last()">, </xsl:if>
              </xsl:for-each>
              <xsl:if test="r:attacks/r:attack">
                <xsl:value-of select="$colon"/>
                <xsl:for-each select="r:attacks/r:attack[position() &lt;= 8]">
                  <span dir="auto"><xsl:value-of select="r:title"/></span>
                  <xsl:if test="position() != last()"><xsl:value-of select="$semicolon"/></xsl:if>
                </xsl:for-each>
                <xsl:if test="count(r:attacks/r:attack) &gt; 8">
                  <xsl:text> </xsl:text>
                  <a href="#methods">
                    <xsl:apply-templates select="key('t', 'tested.more')" mode="say">
                      <xsl:with-param name="a" select="count(r:attacks/r:attack) - 8"/>
                    </xsl:apply-templates>
                  </a>
                </xsl:if>
              </xsl:if>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="key('t', 'tested.nothing')"/></xsl:otherwise>
          </xsl:choose>
        </dd>
      </div>
      <div class="wide not">
        <dt><xsl:value-of select="key('t', 'tested.no')"/></dt>
        <dd>
          <xsl:choose>
            <xsl:when test="$kinds[@ran = 'false']">
              <xsl:for-each select="$kinds[@ran = 'false']">
                <span dir="auto"><xsl:value-of select="@name"/></span>
                <xsl:if test="position() != last()">, </xsl:if>
              </xsl:for-each>
              <xsl:value-of select="concat('. ', key('t', 'tested.unknown'))"/>
            </xsl:when>
            <xsl:when test="$kinds"><xsl:value-of select="key('t', 'tested.every')"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="key('t', 'tested.no-table')"/></xsl:otherwise>
          </xsl:choose>
          <xsl:if test="r:skips/r:skip">
            <xsl:text> </xsl:text>
            <a href="#skips">
              <xsl:apply-templates select="key('t', 'tested.skips')" mode="say">
                <xsl:with-param name="a" select="count(r:skips/r:skip)"/>
              </xsl:apply-templates>
            </a>
          </xsl:if>
        </dd>
      </div>
      <div class="wide">
        <dt><xsl:value-of select="key('t', 'fact.checks')"/></dt>
        <dd>
          <xsl:apply-templates select="key('t', 'checks.counts')" mode="say">
            <xsl:with-param name="a" select="count(r:checks/r:check[@result = 'pass'])"/>
            <xsl:with-param name="b" select="count(r:checks/r:check[@result = 'fail'])"/>
            <xsl:with-param name="c" select="count(r:checks/r:check[@result = 'not-run'])"/>
          </xsl:apply-templates>
        </dd>
      </div>
    </dl>
  </xsl:template>

  <xsl:template name="worst">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'worst'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="$judged">
        <xsl:for-each select="$worst">
          <xsl:sort select="@low" data-type="number" order="descending"/>
          <xsl:sort select="@accuracy" data-type="number" order="descending"/>
          <xsl:if test="position() = 1">
            <p>
              <xsl:apply-templates select="key('t', 'worst.sentence')" mode="say">
                <xsl:with-param name="a"><span dir="auto"><xsl:value-of select="@class"/></span></xsl:with-param>
                <xsl:with-param name="b"><xsl:call-template name="attack-name"/></xsl:with-param>
                <xsl:with-param name="c"><xsl:call-template name="setting"/></xsl:with-param>
                <xsl:with-param name="d"><xsl:apply-templates select="@accuracy" mode="percent"/></xsl:with-param>
                <xsl:with-param name="e"><xsl:call-template name="interval"/></xsl:with-param>
                <xsl:with-param name="f"><xsl:call-template name="cost"/></xsl:with-param>
              </xsl:apply-templates>
              <xsl:text> </xsl:text>
              <a href="#exposed"><xsl:value-of select="key('t', 'worst.link')"/></a>
            </p>
          </xsl:if>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'worst.none')"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="r:exposure"><p><xsl:call-template name="exposure-sentence"/></p></xsl:if>
  </xsl:template>

  <xsl:template name="exposure-sentence">
    <xsl:for-each select="r:exposure">
      <xsl:apply-templates select="key('t', concat('exposure.', @identifiers))" mode="say">
        <xsl:with-param name="a"><strong><xsl:apply-templates select="@named" mode="count"/></strong></xsl:with-param>
        <xsl:with-param name="b"><xsl:apply-templates select="@count" mode="count"/></xsl:with-param>
        <xsl:with-param name="c"><xsl:apply-templates select="@level" mode="percent"/></xsl:with-param>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="todo">
    <xsl:variable name="helpful" select="r:recommendations/r:recommendation[@helps = 'true']"/>
    <xsl:call-template name="section"><xsl:with-param name="id" select="'todo'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="$helpful">
        <ol class="next">
          <xsl:for-each select="$helpful[position() &lt;= 5]">
            <li>
              <span dir="auto"><xsl:value-of select="r:title"/></span>
              <span class="tag"><span dir="auto"><xsl:value-of select="r:heading"/></span></span>
            </li>
          </xsl:for-each>
        </ol>
        <p>
          <xsl:value-of select="key('t', 'todo.then')"/>
          <xsl:text> </xsl:text>
          <a href="#measures">
            <xsl:apply-templates select="key('t', 'todo.link')" mode="say">
              <xsl:with-param name="a" select="count($helpful)"/>
            </xsl:apply-templates>
          </a>
        </p>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'todo.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="residual">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'residual'"/></xsl:call-template>
    <ul class="plain">
      <li>
        <strong><xsl:value-of select="concat(key('t', 'residual.today'), $colon)"/></strong>
        <xsl:call-template name="residual-figure"/>
      </li>
      <xsl:if test="r:verdict/@risk">
        <li>
          <strong><xsl:value-of select="concat(key('t', 'residual.matrix'), $colon)"/></strong>
          <strong><xsl:value-of select="key('t', concat('risk.', r:verdict/@risk))"/></strong>
          <xsl:value-of select="concat($dot, key('t', 'gate.severity'), $colon, key('t', concat('severity.', r:verdict/@severity)))"/>
          <xsl:value-of select="concat($dot, key('t', 'gate.likelihood'), $colon, key('t', concat('likelihood.', r:verdict/@likelihood)))"/>
        </li>
      </xsl:if>
      <li>
        <strong><xsl:value-of select="concat(key('t', 'residual.after'), $colon)"/></strong>
        <xsl:value-of select="key('t', 'residual.after-text')"/>
      </li>
      <li>
        <strong><xsl:value-of select="concat(key('t', 'residual.limit'), $colon)"/></strong>
        <xsl:value-of select="concat(key('t', 'residual.limit-text'), ' ', key('t', 'disclaimer'))"/>
      </li>
    </ul>
  </xsl:template>

  <xsl:template name="residual-figure">
    <xsl:variable name="aucs" select="r:measurements/r:measurement[@statistic = 'auc'][@value][not(@attack = $controls/@id or @attack = $ofTarget/@id)]"/>
    <xsl:choose>
      <xsl:when test="$aucs">
        <xsl:for-each select="$aucs">
          <xsl:sort select="@low" data-type="number" order="descending"/>
          <xsl:sort select="@value" data-type="number" order="descending"/>
          <xsl:if test="position() = 1">
            <xsl:apply-templates select="key('t', 'residual.strongest')" mode="say">
              <xsl:with-param name="a"><xsl:call-template name="attack-name"/></xsl:with-param>
              <xsl:with-param name="b"><xsl:call-template name="setting"/></xsl:with-param>
              <xsl:with-param name="c"><xsl:apply-templates select="@value" mode="percent"/></xsl:with-param>
              <xsl:with-param name="d"><xsl:apply-templates select="@value" mode="number"/></xsl:with-param>
              <xsl:with-param name="e"><xsl:call-template name="interval"/></xsl:with-param>
            </xsl:apply-templates>
          </xsl:if>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="key('t', 'residual.none')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="signoff">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'signoff'"/></xsl:call-template>
    <table class="signoff">
      <caption><xsl:value-of select="key('t', 'signoff.caption')"/></caption>
      <tbody>
        <tr>
          <th scope="row"><xsl:value-of select="key('t', 'signoff.name')"/></th><td/>
          <th scope="row"><xsl:value-of select="key('t', 'signoff.role')"/></th><td/>
        </tr>
        <tr>
          <th scope="row"><xsl:value-of select="key('t', 'signoff.date')"/></th><td/>
          <th scope="row"><xsl:value-of select="key('t', 'signoff.signature')"/></th><td/>
        </tr>
        <tr>
          <th scope="row"><xsl:value-of select="key('t', 'signoff.decision')"/></th>
          <td colspan="3">
            <span class="choice"><xsl:value-of select="key('t', 'signoff.as-is')"/></span>
            <span class="choice"><xsl:value-of select="key('t', 'signoff.conditional')"/></span>
            <span class="choice"><xsl:value-of select="key('t', 'signoff.refused')"/></span>
          </td>
        </tr>
        <tr class="tall">
          <th scope="row"><xsl:value-of select="key('t', 'signoff.conditions')"/></th>
          <td colspan="3"/>
        </tr>
      </tbody>
    </table>
  </xsl:template>

  <!-- The evidence behind the decision -->

  <xsl:template name="evidence">
    <div class="part">
      <xsl:call-template name="part"><xsl:with-param name="id" select="'evidence'"/></xsl:call-template>
      <xsl:call-template name="gates"/>
      <xsl:call-template name="coverage"/>
      <xsl:call-template name="exposed"/>
      <xsl:call-template name="findings"/>
      <xsl:call-template name="measures"/>
      <xsl:call-template name="limits"/>
    </div>
  </xsl:template>

  <xsl:template name="gates">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'gates'"/></xsl:call-template>
    <p>
      <span dir="auto"><xsl:value-of select="r:policy/r:title"/></span>
      <xsl:text>. </xsl:text>
      <span dir="auto"><xsl:value-of select="r:policy/r:purpose"/></span>
      <xsl:if test="r:policy/r:limits != ''">
        <xsl:text> </xsl:text>
        <strong><xsl:value-of select="concat(key('t', 'gates.limits'), $colon)"/></strong>
        <span dir="auto"><xsl:value-of select="r:policy/r:limits"/></span>
      </xsl:if>
    </p>
    <xsl:choose>
      <xsl:when test="r:gates/r:gateResult">
        <div class="scroll" role="group" tabindex="0" aria-labelledby="gates">
          <table class="gates">
            <caption><xsl:apply-templates select="key('t', 'gates.caption')" mode="say"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'gate result measured threshold decided'"/></xsl:call-template></tr></thead>
            <tbody><xsl:apply-templates select="r:gates/r:gateResult"/></tbody>
          </table>
        </div>
        <p class="small"><xsl:value-of select="key('t', 'gates.rule')"/></p>
        <dl class="terms">
          <xsl:for-each select="r:gates/r:gateResult[generate-id() = generate-id(key('gateStatistic', @statistic)[1])]">
            <xsl:call-template name="term"/>
          </xsl:for-each>
        </dl>
        <input type="checkbox" class="fold" id="fold-thresholds"/>
        <label for="fold-thresholds"><xsl:value-of select="key('t', 'gates.thresholds')"/></label>
        <div class="folded">
          <dl class="terms">
            <xsl:for-each select="r:gates/r:gateResult">
              <div>
                <dt><span dir="auto"><xsl:value-of select="r:title"/></span><xsl:value-of select="$colon"/></dt>
                <dd><span dir="auto"><xsl:value-of select="r:rationale"/></span></dd>
              </div>
            </xsl:for-each>
          </dl>
        </div>
      </xsl:when>
      <xsl:otherwise><p class="notice"><xsl:value-of select="key('t', 'gates.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="risk">
    <xsl:if test="@risk">
      <xsl:value-of select="concat($dot, key('t', 'gate.likelihood'), $colon, key('t', concat('likelihood.', @likelihood)))"/>
      <xsl:value-of select="concat($dot, key('t', 'gate.risk'), $colon)"/>
      <strong><xsl:value-of select="key('t', concat('risk.', @risk))"/></strong>
    </xsl:if>
  </xsl:template>

  <xsl:template name="group">
    <xsl:if test="@group = 'class'">
      <xsl:value-of select="$dot"/>
      <xsl:choose>
        <xsl:when test="@groupName">
          <xsl:value-of select="concat(key('t', 'gate.class'), $colon)"/>
          <span dir="auto"><xsl:value-of select="@groupName"/></span>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="key('t', 'gate.worst-class')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:gateResult">
    <tr>
      <th scope="row">
        <span class="name"><span dir="auto"><xsl:value-of select="r:title"/></span></span>
        <span class="sub">
          <span dir="auto"><code><xsl:value-of select="@gate"/></code></span>
          <xsl:value-of select="concat($dot, key('t', 'gate.severity'), $colon, key('t', concat('severity.', @severity)))"/>
          <xsl:call-template name="risk"/>
          <xsl:call-template name="group"/>
          <xsl:value-of select="$dot"/>
          <span dir="auto"><xsl:value-of select="r:legalBasis"/></span>
        </span>
      </th>
      <td>
        <xsl:call-template name="badge"><xsl:with-param name="of" select="@result"/></xsl:call-template>
        <xsl:if test="r:waiver">
          <span class="sub">
            <xsl:choose>
              <xsl:when test="@waived = 'true' or @waived = '1'"><strong><xsl:value-of select="key('t', 'gate.waived')"/></strong></xsl:when>
              <xsl:otherwise><xsl:value-of select="key('t', 'gate.expired')"/></xsl:otherwise>
            </xsl:choose>
            <xsl:text> </xsl:text>
            <xsl:apply-templates select="key('t', 'gate.waiver')" mode="say">
              <xsl:with-param name="a"><xsl:call-template name="day"><xsl:with-param name="at" select="r:waiver/@expires"/></xsl:call-template></xsl:with-param>
              <xsl:with-param name="b"><span dir="auto"><xsl:value-of select="r:waiver/@approver"/></span></xsl:with-param>
              <xsl:with-param name="c"><span dir="auto"><xsl:value-of select="r:waiver/r:reason"/></span></xsl:with-param>
            </xsl:apply-templates>
          </span>
        </xsl:if>
      </td>
      <td class="number">
        <xsl:call-template name="statistic"/>
        <xsl:text> </xsl:text>
        <strong><xsl:apply-templates select="@measured" mode="number"/></strong>
        <span class="sub"><xsl:call-template name="interval"/></span>
        <xsl:if test="@members">
          <span class="sub words">
            <xsl:apply-templates select="key('t', 'release.records')" mode="say">
              <xsl:with-param name="a"><xsl:apply-templates select="@members" mode="count"/></xsl:with-param>
              <xsl:with-param name="b"><xsl:apply-templates select="@nonMembers" mode="count"/></xsl:with-param>
            </xsl:apply-templates>
          </span>
        </xsl:if>
      </td>
      <td class="number">
        <xsl:value-of select="concat(key('t', concat('bound.', @bound)), ' ')"/>
        <xsl:apply-templates select="@threshold" mode="number"/>
        <span class="sub words">
          <xsl:apply-templates select="key('t', 'gate.confidence')" mode="say">
            <xsl:with-param name="a"><xsl:apply-templates select="@confidence" mode="percent"/></xsl:with-param>
          </xsl:apply-templates>
        </span>
      </td>
      <td>
        <xsl:choose>
          <xsl:when test="@attack">
            <xsl:call-template name="combination"/>
            <span class="sub"><xsl:call-template name="cost"/></span>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="key('t', 'gate.unmeasured')"/></xsl:otherwise>
        </xsl:choose>
        <span class="sub">
          <span dir="auto"><xsl:value-of select="r:sentence"/></span>
          <xsl:call-template name="note"/>
        </span>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="note">
    <xsl:if test="@note">
      <xsl:value-of select="concat(' ', key('t', 'note'), $colon)"/>
      <span dir="auto"><xsl:value-of select="@note"/></span>
    </xsl:if>
  </xsl:template>

  <xsl:template name="coverage">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'coverage'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="$kinds">
        <div class="scroll" role="group" tabindex="0" aria-labelledby="coverage">
          <table>
            <caption><xsl:value-of select="key('t', 'coverage.caption')"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'kind status audit'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="$kinds">
                <tr>
                  <th scope="row"><span dir="auto"><xsl:value-of select="@name"/></span></th>
                  <td>
                    <xsl:choose>
                      <xsl:when test="@ran = 'true'"><span class="badge ran"><xsl:value-of select="key('t', 'badge.ran')"/></span></xsl:when>
                      <xsl:otherwise><span class="badge not-run"><xsl:value-of select="key('t', 'badge.not-run')"/></span></xsl:otherwise>
                    </xsl:choose>
                  </td>
                  <td><span dir="auto"><xsl:value-of select="."/></span></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p class="notice"><xsl:value-of select="key('t', 'coverage.none')"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="r:outcomes/r:outcome">
      <div class="scroll" role="group" tabindex="0" aria-label="{key('t', 'coverage.states')}">
        <table>
          <caption><xsl:apply-templates select="key('t', 'coverage.states-caption')" mode="say"/></caption>
          <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'attack baseline freezing fine-tuning none'"/></xsl:call-template></tr></thead>
          <tbody>
            <xsl:for-each select="r:outcomes/r:outcome[generate-id() = generate-id(key('outcomeOfAttack', @attack)[1])]">
              <tr>
                <th scope="row"><xsl:call-template name="attack-name"/></th>
                <td><xsl:call-template name="states"><xsl:with-param name="approach" select="'baseline'"/></xsl:call-template></td>
                <td><xsl:call-template name="states"><xsl:with-param name="approach" select="'freezing'"/></xsl:call-template></td>
                <td><xsl:call-template name="states"><xsl:with-param name="approach" select="'fine-tuning'"/></xsl:call-template></td>
                <td><xsl:call-template name="states"><xsl:with-param name="approach" select="'none'"/></xsl:call-template></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
    <xsl:if test="r:contributions/r:contribution">
      <xsl:variable name="stronger" select="r:contributions/r:contribution[@finding = 'stronger']"/>
      <p>
        <strong><xsl:value-of select="concat(key('t', 'coverage.add'), $colon)"/></strong>
        <xsl:choose>
          <xsl:when test="$stronger">
            <xsl:apply-templates select="key('t', 'coverage.stronger')" mode="say">
              <xsl:with-param name="a" select="count($stronger)"/>
              <xsl:with-param name="b" select="count(r:contributions/r:contribution)"/>
            </xsl:apply-templates>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="key('t', 'coverage.not-stronger')" mode="say">
              <xsl:with-param name="a" select="count(r:contributions/r:contribution)"/>
            </xsl:apply-templates>
          </xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:if>
    <xsl:if test="r:skips/r:skip">
      <p><strong><xsl:value-of select="concat(key('t', 'coverage.skips'), $colon)"/></strong></p>
      <ul>
        <xsl:for-each select="r:skips/r:skip">
          <li>
            <span dir="auto"><code><xsl:value-of select="@id"/></code></span>
            <xsl:text> – </xsl:text>
            <span dir="auto"><xsl:value-of select="r:reason"/></span>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:if test="r:checks/r:check[@result != 'pass']">
      <p class="notice">
        <strong><xsl:value-of select="concat(key('t', 'heading.checks'), $colon)"/></strong>
        <xsl:for-each select="r:checks/r:check[@result != 'pass']">
          <span dir="auto"><xsl:value-of select="r:title"/></span>
          <xsl:value-of select="concat(' – ', key('t', concat('check.', @result)))"/>
          <xsl:if test="position() != last()"><xsl:value-of select="$semicolon"/></xsl:if>
        </xsl:for-each>
        <xsl:text>. </xsl:text>
        <a href="#checks"><xsl:value-of select="key('t', 'coverage.checks-link')"/></a>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="states">
    <xsl:param name="approach"/>
    <xsl:variable name="all" select="key('outcome', concat(@attack, '|', $approach))"/>
    <xsl:if test="not($all)">
      <span class="absent">
        <xsl:choose>
          <xsl:when test="key('attack', @attack) and not(key('attack', @attack)/r:runsUnder[. = $approach])"><xsl:value-of select="key('t', 'state.not-applicable')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="key('t', 'check.not-run')"/></xsl:otherwise>
        </xsl:choose>
      </span>
    </xsl:if>
    <xsl:if test="$all[@state = 'leaks']">
      <span class="badge leaks"><xsl:value-of select="concat(key('t', 'badge.leaks'), ' ×', count($all[@state = 'leaks']))"/></span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="$all[@state = 'no-evidence']">
      <span class="badge no-evidence"><xsl:value-of select="concat(key('t', 'badge.no-evidence'), ' ×', count($all[@state = 'no-evidence']))"/></span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="$all[@state = 'did-not-learn']">
      <span class="badge did-not-learn"><xsl:value-of select="concat(key('t', 'badge.did-not-learn'), ' ×', count($all[@state = 'did-not-learn']))"/></span>
    </xsl:if>
  </xsl:template>

  <xsl:template name="exposed">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'exposed'"/></xsl:call-template>
    <xsl:if test="not($judged)"><p><xsl:value-of select="key('t', 'worst.none')"/></p></xsl:if>
    <xsl:for-each select="$worst">
      <xsl:sort select="@low" data-type="number" order="descending"/>
      <xsl:sort select="@accuracy" data-type="number" order="descending"/>
      <xsl:if test="position() = 1">
        <p><xsl:call-template name="combination"/><xsl:value-of select="$semicolon"/><xsl:call-template name="cost"/>.</p>
        <xsl:call-template name="class-table">
          <xsl:with-param name="rows" select="key('class', concat(@attack, '|', @approach, '|', @shadowSize))"/>
          <xsl:with-param name="limit" select="5"/>
          <xsl:with-param name="caption" select="key('t', 'worst.caption')"/>
          <xsl:with-param name="label" select="key('t', 'heading.exposed')"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
    <xsl:apply-templates select="r:exposure"/>
  </xsl:template>

  <xsl:template match="r:exposure">
    <h4 id="exposure"><xsl:value-of select="key('t', 'exposure.heading')"/></h4>
    <p><xsl:for-each select=".."><xsl:call-template name="exposure-sentence"/></xsl:for-each></p>
    <xsl:if test="not(r:exposed)"><p><xsl:value-of select="key('t', 'exposure.none')"/></p></xsl:if>
    <xsl:if test="r:exposed">
      <div class="scroll long" role="group" tabindex="0" aria-labelledby="exposure">
        <table>
          <caption><xsl:value-of select="key('t', 'exposure.caption')"/></caption>
          <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'rank member records strongest score p-value q-value'"/></xsl:call-template></tr></thead>
          <tbody>
            <xsl:for-each select="r:exposed[position() &lt;= 20]">
              <tr>
                <td class="number"><xsl:apply-templates select="@rank" mode="count"/></td>
                <th scope="row"><span class="name"><span dir="auto"><xsl:value-of select="@name"/></span></span></th>
                <td class="number"><xsl:apply-templates select="@records" mode="count"/></td>
                <td><xsl:call-template name="combination"/></td>
                <td class="number"><xsl:apply-templates select="@score" mode="number"/></td>
                <td class="number"><xsl:apply-templates select="@p" mode="probability"/></td>
                <td class="number"><xsl:apply-templates select="@q" mode="probability"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="findings">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'findings'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:findings/r:finding">
        <ol class="cards">
          <xsl:apply-templates select="r:findings/r:finding[@severity = 'critical']"/>
          <xsl:apply-templates select="r:findings/r:finding[@severity = 'high']"/>
          <xsl:apply-templates select="r:findings/r:finding[@severity = 'medium']"/>
          <xsl:apply-templates select="r:findings/r:finding[@severity = 'low']"/>
        </ol>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'findings.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:finding">
    <li class="card {@severity}">
      <p>
        <span class="badge {@severity}"><xsl:value-of select="key('t', concat('severity.', @severity))"/></span>
        <xsl:text> </xsl:text>
        <strong><span dir="auto"><xsl:value-of select="r:title"/></span></strong>
      </p>
      <p><span dir="auto"><xsl:value-of select="r:evidence"/></span></p>
      <p>
        <strong><xsl:value-of select="concat(key('t', 'finding.first'), $colon)"/></strong>
        <span dir="auto"><xsl:value-of select="r:remedy"/></span>
      </p>
      <p class="small">
        <span dir="auto"><code><xsl:value-of select="@id"/></code></span>
        <xsl:if test="@gate">
          <xsl:value-of select="concat($dot, key('t', 'finding.gate'), ' ')"/>
          <span dir="auto"><code><xsl:value-of select="@gate"/></code></span>
        </xsl:if>
        <xsl:call-template name="risk"/>
        <xsl:value-of select="$dot"/>
        <span dir="auto"><xsl:value-of select="r:legalBasis"/></span>
      </p>
    </li>
  </xsl:template>

  <xsl:template name="finding-counts">
    <xsl:apply-templates select="key('t', 'findings.counts')" mode="say">
      <xsl:with-param name="a" select="count(r:findings/r:finding[@severity = 'critical'])"/>
      <xsl:with-param name="b" select="count(r:findings/r:finding[@severity = 'high'])"/>
      <xsl:with-param name="c" select="count(r:findings/r:finding[@severity = 'medium'])"/>
      <xsl:with-param name="d" select="count(r:findings/r:finding[@severity = 'low'])"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template name="measures">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'measures'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:recommendations/r:recommendation[@helps = 'true']">
        <ol class="steps"><xsl:apply-templates select="r:recommendations/r:recommendation[@helps = 'true']"/></ol>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'todo.none')"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="r:recommendations/r:recommendation[@helps = 'false']">
      <h4><xsl:value-of select="key('t', 'measures.useless')"/></h4>
      <ul class="steps"><xsl:apply-templates select="r:recommendations/r:recommendation[@helps = 'false']"/></ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:recommendation">
    <li>
      <p>
        <strong><span dir="auto"><xsl:value-of select="r:title"/></span></strong>
        <span class="tag"><span dir="auto"><xsl:value-of select="r:heading"/></span></span>
      </p>
      <p><span dir="auto"><xsl:value-of select="r:sentence"/></span></p>
      <xsl:if test="r:caveat != ''">
        <p>
          <strong><xsl:value-of select="concat(key('t', 'measures.mind'), $colon)"/></strong>
          <span dir="auto"><xsl:value-of select="r:caveat"/></span>
        </p>
      </xsl:if>
      <p class="small">
        <span dir="auto"><code><xsl:value-of select="@countermeasure"/></code></span>
        <xsl:if test="r:reference != ''">
          <xsl:value-of select="$dot"/><span dir="auto"><xsl:value-of select="r:reference"/></span>
        </xsl:if>
        <xsl:if test="r:answers">
          <xsl:value-of select="concat($dot, key('t', 'measures.answers'), ' ')"/>
          <xsl:for-each select="r:answers">
            <span dir="auto"><code><xsl:value-of select="."/></code></span>
            <xsl:if test="position() != last()">, </xsl:if>
          </xsl:for-each>
        </xsl:if>
      </p>
    </li>
  </xsl:template>

  <xsl:template name="limits">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'limits'"/></xsl:call-template>
    <ul>
      <li><xsl:value-of select="key('t', 'limits.testing')"/></li>
      <li><xsl:value-of select="key('t', 'limits.stronger')"/></li>
      <li><xsl:value-of select="key('t', 'limits.sample')"/></li>
      <li><xsl:value-of select="key('t', 'disclaimer')"/></li>
    </ul>
  </xsl:template>

  <!-- The DPIA's part -->

  <xsl:template name="dpia">
    <div class="part">
      <xsl:call-template name="part"><xsl:with-param name="id" select="'dpia'"/></xsl:call-template>
      <p><xsl:value-of select="key('t', 'dpia.lede')"/></p>

      <xsl:call-template name="section"><xsl:with-param name="id" select="'dpia-a'"/></xsl:call-template>
      <p>
        <xsl:apply-templates select="key('t', 'dpia.operation')" mode="say">
          <xsl:with-param name="a"><xsl:call-template name="stated"><xsl:with-param name="text" select="r:context/@controller"/></xsl:call-template></xsl:with-param>
          <xsl:with-param name="b"><span dir="auto"><xsl:value-of select="r:model/@name"/></span></xsl:with-param>
          <xsl:with-param name="c"><span dir="auto"><code><xsl:value-of select="r:model/@cut"/></code></span></xsl:with-param>
          <xsl:with-param name="d"><xsl:call-template name="stated"><xsl:with-param name="text" select="r:context/@recipient"/></xsl:call-template></xsl:with-param>
          <xsl:with-param name="e" select="string(key('t', concat('release.', r:context/@release)))"/>
        </xsl:apply-templates>
      </p>
      <p>
        <strong><xsl:value-of select="concat(key('t', 'fact.categories'), $colon)"/></strong>
        <xsl:call-template name="categories"/>
        <xsl:text>.</xsl:text>
      </p>
      <p class="complete"><xsl:value-of select="key('t', 'dpia.complete-a')"/></p>

      <xsl:call-template name="section"><xsl:with-param name="id" select="'dpia-b'"/></xsl:call-template>
      <p>
        <xsl:apply-templates select="key('t', 'dpia.minimisation')" mode="say">
          <xsl:with-param name="a" select="count(r:model/r:layer[@transferred = 'true'])"/>
          <xsl:with-param name="b" select="count(r:model/r:layer)"/>
        </xsl:apply-templates>
      </p>
      <xsl:call-template name="ratios"><xsl:with-param name="label" select="key('t', 'heading.dpia-b')"/></xsl:call-template>
      <p class="complete"><xsl:value-of select="key('t', 'dpia.complete-b')"/></p>

      <xsl:call-template name="section"><xsl:with-param name="id" select="'dpia-c'"/></xsl:call-template>
      <p>
        <xsl:call-template name="evidence-sentence"/>
        <xsl:text> </xsl:text>
        <xsl:call-template name="finding-counts"/>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="key('t', 'dpia.risk')" mode="say"/>
      </p>
      <p class="complete"><xsl:value-of select="key('t', 'dpia.complete-c')"/></p>

      <xsl:call-template name="section"><xsl:with-param name="id" select="'dpia-d'"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="r:recommendations/r:recommendation[@helps = 'true']">
          <ol class="next">
            <xsl:for-each select="r:recommendations/r:recommendation[@helps = 'true']">
              <li>
                <span dir="auto"><xsl:value-of select="r:title"/></span>
                <span class="tag"><span dir="auto"><xsl:value-of select="r:heading"/></span></span>
              </li>
            </xsl:for-each>
          </ol>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="key('t', 'todo.none')"/></p></xsl:otherwise>
      </xsl:choose>
      <p><xsl:value-of select="key('t', 'dpia.regular')"/></p>
      <p class="complete"><xsl:value-of select="key('t', 'dpia.complete-d')"/></p>
    </div>
  </xsl:template>

  <xsl:template name="ratios">
    <xsl:param name="label"/>
    <div class="scroll" role="group" tabindex="0" aria-label="{$label}">
      <table>
        <caption><xsl:value-of select="key('t', 'ratio.caption')"/></caption>
        <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'part parameters members ratio'"/></xsl:call-template></tr></thead>
        <tbody>
          <xsl:call-template name="ratio">
            <xsl:with-param name="part" select="key('t', 'ratio.whole')"/>
            <xsl:with-param name="parameters" select="r:model/@parameters"/>
          </xsl:call-template>
          <xsl:call-template name="ratio">
            <xsl:with-param name="part" select="key('t', 'ratio.transferred')"/>
            <xsl:with-param name="parameters" select="r:model/@transferredParameters"/>
          </xsl:call-template>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template name="ratio">
    <xsl:param name="part"/>
    <xsl:param name="parameters"/>
    <tr>
      <th scope="row"><xsl:value-of select="$part"/></th>
      <td class="number"><xsl:apply-templates select="$parameters" mode="count"/></td>
      <td class="number"><xsl:call-template name="count"><xsl:with-param name="of" select="$members"/></xsl:call-template></td>
      <td class="number">
        <xsl:if test="$members &gt; 0">
          <xsl:value-of select="translate(format-number($parameters div $members, '#,##0.000'), ',.-', $signs)"/>
        </xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- The annex -->

  <xsl:template name="annex">
    <div class="part">
      <xsl:call-template name="part"><xsl:with-param name="id" select="'annex'"/></xsl:call-template>
      <p><xsl:value-of select="key('t', 'annex.lede')"/></p>
      <xsl:apply-templates select="r:model"/>
      <xsl:apply-templates select="r:transferred"/>
      <xsl:apply-templates select="r:data"/>
      <xsl:call-template name="adversary"/>
      <xsl:apply-templates select="r:attacks"/>
      <xsl:apply-templates select="r:outcomes"/>
      <xsl:apply-templates select="r:contributions"/>
      <xsl:apply-templates select="r:measurements"/>
      <xsl:call-template name="uncertainties"/>
      <xsl:apply-templates select="r:classMeasurements"/>
      <xsl:apply-templates select="r:figures"/>
      <xsl:apply-templates select="r:checks"/>
      <xsl:apply-templates select="r:skips"/>
      <xsl:apply-templates select="r:shadows"/>
      <xsl:call-template name="trials"/>
      <xsl:call-template name="depth"/>
      <xsl:call-template name="law"/>
      <xsl:apply-templates select="r:provenance"/>
    </div>
  </xsl:template>

  <xsl:template match="r:model">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'model'"/></xsl:call-template>
    <p>
      <xsl:apply-templates select="key('t', 'model.sentence')" mode="say">
        <xsl:with-param name="a"><span dir="auto"><xsl:value-of select="@name"/></span></xsl:with-param>
        <xsl:with-param name="b"><span dir="auto"><xsl:value-of select="@format"/></span></xsl:with-param>
        <xsl:with-param name="c"><span dir="auto"><xsl:value-of select="@inputShape"/></span></xsl:with-param>
        <xsl:with-param name="d"><xsl:apply-templates select="@classes" mode="count"/></xsl:with-param>
      </xsl:apply-templates>
      <xsl:if test="@memberAccuracy and @nonMemberAccuracy">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="key('t', 'model.accuracy')" mode="say">
          <xsl:with-param name="a"><xsl:apply-templates select="@memberAccuracy" mode="percent"/></xsl:with-param>
          <xsl:with-param name="b"><xsl:apply-templates select="@nonMemberAccuracy" mode="percent"/></xsl:with-param>
        </xsl:apply-templates>
      </xsl:if>
      <xsl:call-template name="note"/>
    </p>
    <xsl:if test="r:layer">
      <input type="checkbox" class="fold" id="fold-layers"/>
      <label for="fold-layers">
        <xsl:apply-templates select="key('t', 'model.layers')" mode="say">
          <xsl:with-param name="a" select="count(r:layer)"/>
          <xsl:with-param name="b" select="count(r:layer[@transferred = 'true'])"/>
        </xsl:apply-templates>
      </label>
      <div class="folded">
        <div class="scroll long" role="group" tabindex="0" aria-label="{key('t', 'column.layer')}">
          <table>
            <caption><xsl:value-of select="key('t', 'model.layers-caption')"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'layer class output parameters transferred'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="r:layer">
                <tr>
                  <xsl:if test="@transferred = 'true'"><xsl:attribute name="class">marked</xsl:attribute></xsl:if>
                  <th scope="row"><span class="name"><span dir="auto"><xsl:value-of select="@name"/></span></span></th>
                  <td><span dir="auto"><xsl:value-of select="@kind"/></span></td>
                  <td class="number"><span dir="auto"><xsl:value-of select="@outputShape"/></span></td>
                  <td class="number"><xsl:apply-templates select="@parameters" mode="count"/></td>
                  <td>
                    <xsl:choose>
                      <xsl:when test="@transferred = 'true'"><strong><xsl:value-of select="key('t', 'model.transferred')"/></strong></xsl:when>
                      <xsl:otherwise><xsl:value-of select="key('t', 'model.stays')"/></xsl:otherwise>
                    </xsl:choose>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </div>
    </xsl:if>
    <xsl:for-each select="..">
      <h4><xsl:value-of select="key('t', 'ratio.heading')"/></h4>
      <xsl:call-template name="ratios"><xsl:with-param name="label" select="key('t', 'ratio.heading')"/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="r:transferred">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'leaving'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="not(r:layerComparison)"><p><xsl:value-of select="key('t', 'leaving.none')"/></p></xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:apply-templates select="key('t', 'leaving.counts')" mode="say">
            <xsl:with-param name="a" select="count(r:layerComparison[@result = 'identical'])"/>
            <xsl:with-param name="b" select="count(r:layerComparison[@result = 'changed'])"/>
            <xsl:with-param name="c" select="count(r:layerComparison[@result = 'missing'])"/>
            <xsl:with-param name="d" select="count(r:layerComparison[@result = 'beyond-cut'])"/>
          </xsl:apply-templates>
          <xsl:if test="r:layerComparison[@result = 'beyond-cut']">
            <xsl:text> </xsl:text>
            <strong><xsl:value-of select="key('t', 'leaving.more')"/></strong>
          </xsl:if>
        </p>
        <div class="scroll long" role="group" tabindex="0" aria-labelledby="leaving">
          <table>
            <caption><xsl:value-of select="key('t', 'leaving.caption')"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'layer comparison parameters largest mean'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:apply-templates select="r:layerComparison[@result = 'beyond-cut']"/>
              <xsl:apply-templates select="r:layerComparison[@result = 'missing']"/>
              <xsl:apply-templates select="r:layerComparison[@result = 'changed']"/>
              <xsl:apply-templates select="r:layerComparison[@result = 'identical']"/>
            </tbody>
          </table>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:layerComparison">
    <tr>
      <th scope="row"><span class="name"><span dir="auto"><xsl:value-of select="@layer"/></span></span></th>
      <td>
        <xsl:choose>
          <xsl:when test="@result = 'beyond-cut'"><span class="badge high"><xsl:value-of select="key('t', 'layer.beyond-cut')"/></span></xsl:when>
          <xsl:when test="@result = 'identical'"><xsl:value-of select="key('t', 'layer.identical')"/></xsl:when>
          <xsl:otherwise><span class="badge medium"><xsl:value-of select="key('t', concat('layer.', @result))"/></span></xsl:otherwise>
        </xsl:choose>
      </td>
      <td class="number"><xsl:apply-templates select="@parameters" mode="count"/></td>
      <td class="number"><xsl:apply-templates select="@largestDifference" mode="small-number"/></td>
      <td class="number"><xsl:apply-templates select="@meanDifference" mode="small-number"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="r:data">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'data'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:dataSet">
        <div class="scroll" role="group" tabindex="0" aria-labelledby="data">
          <table>
            <caption><xsl:apply-templates select="key('t', 'data.caption')" mode="say"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'set source records shape per-class content-hash'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="r:dataSet">
                <tr>
                  <th scope="row"><xsl:call-template name="worded"><xsl:with-param name="prefix" select="'role.'"/><xsl:with-param name="of" select="@role"/></xsl:call-template></th>
                  <td class="source"><span class="name"><span dir="auto"><xsl:value-of select="@source"/></span></span></td>
                  <td class="number"><xsl:apply-templates select="@records" mode="count"/></td>
                  <td class="number"><span dir="auto"><xsl:value-of select="@shape"/></span></td>
                  <td>
                    <span class="counts">
                      <xsl:if test="string-length(r:perClass) &gt; 120">
                        <xsl:attribute name="tabindex">0</xsl:attribute>
                        <xsl:attribute name="role">group</xsl:attribute>
                        <xsl:attribute name="aria-label"><xsl:value-of select="concat(key('t', 'column.per-class'), $colon, @role)"/></xsl:attribute>
                      </xsl:if>
                      <xsl:value-of select="r:perClass"/>
                    </span>
                  </td>
                  <td><code class="digest"><xsl:value-of select="@contentHash"/></code></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'data.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="adversary">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'adversary'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:attacks/r:attack">
        <div class="scroll" role="group" tabindex="0" aria-labelledby="adversary">
          <table class="access">
            <caption><xsl:value-of select="key('t', 'adversary.caption')"/></caption>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="key('t', 'column.attack')"/></th>
                <th scope="col"><xsl:value-of select="key('t', 'adversary.access')"/></th>
                <th scope="col"><xsl:value-of select="key('t', 'adversary.knowledge')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:attacks/r:attack">
                <tr>
                  <th scope="row">
                    <span dir="auto"><xsl:value-of select="r:title"/></span>
                    <xsl:call-template name="control-tag"/>
                  </th>
                  <td><xsl:call-template name="assumed"><xsl:with-param name="of" select="r:access"/></xsl:call-template></td>
                  <td><xsl:call-template name="assumed"><xsl:with-param name="of" select="r:knowledge"/></xsl:call-template></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'methods.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="assumed">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:if test="position() > 1"><xsl:value-of select="$semicolon"/></xsl:if>
      <xsl:value-of select="key('t', concat('column.', @id))"/>
    </xsl:for-each>
    <xsl:if test="not($of)"><span class="absent"><xsl:value-of select="key('t', 'adversary.nothing')"/></span></xsl:if>
  </xsl:template>

  <xsl:template name="control-tag">
    <xsl:if test="@control = 'true'"><span class="tag"><xsl:value-of select="key('t', 'control')"/></span></xsl:if>
    <xsl:if test="@population = 'target'"><span class="tag"><xsl:value-of select="key('t', 'population.target')"/></span></xsl:if>
  </xsl:template>

  <xsl:template match="r:attacks">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'methods'"/></xsl:call-template>
    <xsl:if test="not(r:attack)"><p><xsl:value-of select="key('t', 'methods.none')"/></p></xsl:if>
    <xsl:for-each select="r:attack">
      <h4>
        <span dir="auto"><xsl:value-of select="r:title"/></span>
        <span class="tag"><code><xsl:value-of select="@id"/></code></span>
        <xsl:call-template name="control-tag"/>
      </h4>
      <p>
        <span dir="auto"><xsl:value-of select="r:sentence"/></span>
        <xsl:if test="@control = 'true'"><xsl:value-of select="concat(' ', key('t', 'methods.control'))"/></xsl:if>
      </p>
      <p class="small">
        <span dir="auto"><xsl:value-of select="r:reference"/></span>
        <xsl:value-of select="concat($dot, key('t', 'methods.score'), $colon)"/>
        <span dir="auto"><xsl:value-of select="r:score"/></span>
        <xsl:value-of select="$dot"/>
        <xsl:apply-templates select="key('t', 'methods.sample')" mode="say">
          <xsl:with-param name="a"><xsl:apply-templates select="@smallestSample" mode="count"/></xsl:with-param>
        </xsl:apply-templates>
        <xsl:if test="r:default">
          <xsl:value-of select="concat($dot, key('t', 'methods.defaults'), $colon)"/>
          <xsl:for-each select="r:default">
            <span dir="auto"><xsl:value-of select="@name"/></span> = <span dir="auto"><xsl:value-of select="@value"/></span>
            <xsl:if test="position() != last()"><xsl:value-of select="$semicolon"/></xsl:if>
          </xsl:for-each>
        </xsl:if>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="r:outcomes">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'outcomes'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:outcome">
        <p><xsl:apply-templates select="key('t', 'outcomes.lede')" mode="say"/></p>
        <div class="scroll long" role="group" tabindex="0" aria-labelledby="outcomes">
          <table class="wordy">
            <caption><xsl:value-of select="key('t', 'outcomes.caption')"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'attack approach shadow-size outcome shadow-auc words'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="r:outcome">
                <tr>
                  <th scope="row"><xsl:call-template name="attack-name"/></th>
                  <td><xsl:call-template name="approach"/></td>
                  <td class="number"><xsl:call-template name="shadow-size"/></td>
                  <td><xsl:call-template name="badge"><xsl:with-param name="of" select="@state"/></xsl:call-template></td>
                  <td class="number"><xsl:apply-templates select="@shadowAUC" mode="number"/></td>
                  <td><span dir="auto"><xsl:value-of select="."/></span></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'outcomes.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:contributions">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'contributions'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:contribution">
        <p><xsl:value-of select="key('t', 'contributions.lede')"/></p>
        <div class="scroll long" role="group" tabindex="0" aria-labelledby="contributions">
          <table>
            <caption><xsl:value-of select="key('t', 'contributions.caption')"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'attack approach shadow-size difference p stronger'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="r:contribution">
                <tr>
                  <th scope="row"><xsl:call-template name="attack-name"/></th>
                  <td><xsl:call-template name="approach"/></td>
                  <td class="number"><xsl:call-template name="shadow-size"/></td>
                  <td class="number">
                    <xsl:apply-templates select="@difference" mode="number"/>
                    <xsl:text> </xsl:text>
                    <xsl:call-template name="interval"/>
                  </td>
                  <td class="number"><xsl:apply-templates select="@adjustedP" mode="probability"/></td>
                  <td><xsl:value-of select="key('t', concat('adds.', @finding))"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'contributions.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:measurements">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'measurements'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:measurement">
        <p><xsl:value-of select="key('t', 'measurements.lede')"/></p>
        <dl class="terms">
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'accuracy'"/></xsl:call-template>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'precision'"/></xsl:call-template>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'recall'"/></xsl:call-template>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'auc'"/></xsl:call-template>
          <xsl:if test="$bySubject"><xsl:call-template name="term"><xsl:with-param name="statistic" select="'subject-auc'"/></xsl:call-template></xsl:if>
          <xsl:if test="$ofWorlds"><xsl:call-template name="term"><xsl:with-param name="statistic" select="'attribute-auc'"/></xsl:call-template></xsl:if>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'tpr-at-fpr-0.01'"/></xsl:call-template>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'advantage'"/></xsl:call-template>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'epsilon-lower-bound'"/></xsl:call-template>
        </dl>
        <xsl:variable name="attacks" select="r:measurement[generate-id() = generate-id(key('measured', @attack)[1])]"/>
        <xsl:if test="$ofTarget">
          <p class="notice">
            <xsl:apply-templates select="key('t', 'measurements.of-target')" mode="say">
              <xsl:with-param name="a"><xsl:call-template name="count"><xsl:with-param name="of" select="sum($report/r:data/r:dataSet[@role = 'targetTrain']/@records)"/></xsl:call-template></xsl:with-param>
            </xsl:apply-templates>
          </p>
        </xsl:if>
        <xsl:call-template name="side-by-side"/>
        <xsl:call-template name="lira-beside"><xsl:with-param name="approach" select="'freezing'"/></xsl:call-template>
        <xsl:call-template name="lira-beside"><xsl:with-param name="approach" select="'fine-tuning'"/></xsl:call-template>
        <xsl:for-each select="$attacks[not(@attack = $controls/@id)]">
          <xsl:call-template name="attack-measurements"/>
        </xsl:for-each>
        <xsl:if test="not($attacks[not(@attack = $controls/@id)])">
          <xsl:for-each select="$attacks"><xsl:call-template name="attack-measurements"/></xsl:for-each>
        </xsl:if>
        <input type="checkbox" class="fold" id="fold-measurements"/>
        <label for="fold-measurements">
          <xsl:apply-templates select="key('t', 'measurements.all')" mode="say">
            <xsl:with-param name="a"><xsl:call-template name="count"><xsl:with-param name="of" select="count(r:measurement)"/></xsl:call-template></xsl:with-param>
          </xsl:apply-templates>
        </label>
        <div class="folded">
          <xsl:call-template name="shown-of">
            <xsl:with-param name="shown" select="$figureRows"/>
            <xsl:with-param name="all" select="count(r:measurement)"/>
          </xsl:call-template>
          <div class="scroll long" role="group" tabindex="0" aria-label="{key('t', 'measurements.all-caption')}">
            <table class="dense">
              <caption><xsl:value-of select="key('t', 'measurements.all-caption')"/></caption>
              <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'attack approach shadow-size figure value interval sample repeats method'"/></xsl:call-template></tr></thead>
              <tbody>
                <xsl:for-each select="r:measurement[position() &lt;= $figureRows]">
                  <tr>
                    <th scope="row"><span dir="auto"><xsl:value-of select="@attack"/></span></th>
                    <td><xsl:call-template name="approach"/></td>
                    <td class="number"><xsl:call-template name="shadow-size"/></td>
                    <td><xsl:call-template name="statistic"/></td>
                    <td class="number"><xsl:call-template name="mean-and-sd"/></td>
                    <td class="number">
                      <xsl:call-template name="interval"/>
                      <xsl:if test="@confidence"><span class="sub"><xsl:apply-templates select="@confidence" mode="percent"/></span></xsl:if>
                    </td>
                    <td class="number">
                      <xsl:apply-templates select="@members" mode="count"/>
                      <xsl:text> / </xsl:text>
                      <xsl:apply-templates select="@nonMembers" mode="count"/>
                    </td>
                    <td class="number"><xsl:value-of select="@repeats"/></td>
                    <td>
                      <span dir="auto"><xsl:value-of select="@method"/></span>
                      <xsl:if test="@note"><xsl:text>. </xsl:text><span dir="auto"><xsl:value-of select="@note"/></span></xsl:if>
                    </td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'measurements.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What would have to grow for an interval to shrink. -->
  <xsl:template name="uncertainties">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'uncertainties'"/></xsl:call-template>
    <xsl:variable name="all" select="r:uncertainties/r:uncertainty"/>
    <xsl:choose>
      <xsl:when test="$all">
        <p><xsl:value-of select="key('t', 'uncertainties.lede')"/></p>
        <xsl:call-template name="shown-of">
          <xsl:with-param name="shown" select="$figureRows"/>
          <xsl:with-param name="all" select="count($all)"/>
        </xsl:call-template>
        <div class="scroll long" role="group" tabindex="0" aria-labelledby="uncertainties">
          <table>
            <caption><xsl:value-of select="key('t', 'uncertainties.caption')"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'attack approach shadow-size from-sample from-shadow from-training narrower'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="$all[position() &lt;= $figureRows]">
                <tr>
                  <th scope="row"><xsl:call-template name="attack-name"/></th>
                  <td><xsl:call-template name="approach"/></td>
                  <td class="number"><xsl:call-template name="shadow-size"/></td>
                  <td class="number"><xsl:apply-templates select="@fromSample" mode="deviation"/></td>
                  <td class="number">
                    <xsl:choose>
                      <xsl:when test="@fromShadow">
                        <xsl:apply-templates select="@fromShadow" mode="deviation"/>
                        <span class="sub"><xsl:value-of select="key('t', concat('uncertainties.', @shadowMethod))"/></span>
                      </xsl:when>
                      <xsl:otherwise><xsl:value-of select="key('t', 'uncertainties.unknown')"/></xsl:otherwise>
                    </xsl:choose>
                  </td>
                  <td class="number">
                    <xsl:choose>
                      <xsl:when test="@fromTraining"><xsl:apply-templates select="@fromTraining" mode="deviation"/></xsl:when>
                      <xsl:otherwise><xsl:value-of select="key('t', 'uncertainties.unknown')"/></xsl:otherwise>
                    </xsl:choose>
                  </td>
                  <td><xsl:value-of select="key('t', concat('narrower.', @largest))"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'uncertainties.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Countermeasures that were tried, the models they are compared with first. -->
  <xsl:template name="trials">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'trials'"/></xsl:call-template>
    <xsl:variable name="all" select="r:trials/r:trial"/>
    <xsl:choose>
      <xsl:when test="$all">
        <p><xsl:value-of select="key('t', 'trials.lede')"/></p>
        <xsl:if test="r:advice/r:sentence">
          <ul>
            <xsl:for-each select="r:advice/r:sentence">
              <li><span dir="auto"><xsl:value-of select="."/></span></li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <xsl:apply-templates select="r:figures/r:figure[@id = 'figure-pareto' or @id = 'figure-epsilon']"/>
        <div class="scroll" role="group" tabindex="0" aria-labelledby="trials">
          <table class="dense trials">
            <caption><xsl:value-of select="key('t', 'trials.caption')"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'row countermeasure strongest-attack layers-alone answers-alone source-accuracy recipient-accuracy epsilon-least policy-says'"/></xsl:call-template></tr></thead>
            <tbody><xsl:apply-templates select="$all"/></tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'trials.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:trial">
    <tr>
      <td class="number"><xsl:value-of select="position()"/></td>
      <th scope="row">
        <xsl:value-of select="r:title"/>
        <xsl:if test="@front = 'true'"><span class="sub"><xsl:value-of select="key('t', 'trials.front')"/></span></xsl:if>
        <xsl:if test="r:setting">
          <span class="sub">
            <xsl:for-each select="r:setting">
              <xsl:if test="position() &gt; 1">, </xsl:if>
              <xsl:value-of select="concat(@name, ' ', translate(string(number(@value)), '.-', substring($signs, 2)))"/>
            </xsl:for-each>
          </span>
        </xsl:if>
      </th>
      <xsl:choose>
        <xsl:when test="@outcome = 'measured'">
          <xsl:call-template name="trial-leakage"><xsl:with-param name="of" select="'any'"/></xsl:call-template>
          <xsl:call-template name="trial-leakage"><xsl:with-param name="of" select="'layers-alone'"/></xsl:call-template>
          <xsl:call-template name="trial-leakage"><xsl:with-param name="of" select="'answers-alone'"/></xsl:call-template>
          <xsl:call-template name="trial-utility"><xsl:with-param name="of" select="'source'"/></xsl:call-template>
          <xsl:call-template name="trial-utility"><xsl:with-param name="of" select="'recipient'"/></xsl:call-template>
          <td class="number">
            <xsl:apply-templates select="@epsilonLowerBound" mode="number"/>
            <xsl:for-each select="r:differentialPrivacy">
              <span class="sub words">
                <xsl:variable name="of-persons" select="@unit = 'person'"/>
                <xsl:apply-templates select="key('t', 'trials.accounted')[not($of-persons)]
                    | key('t', 'trials.accounted-persons')[$of-persons]" mode="say">
                  <xsl:with-param name="a"><xsl:apply-templates select="@pld" mode="number"/></xsl:with-param>
                  <xsl:with-param name="b"><xsl:apply-templates select="@delta" mode="small-number"/></xsl:with-param>
                </xsl:apply-templates>
              </span>
            </xsl:for-each>
          </td>
          <td>
            <xsl:if test="@verdict"><xsl:value-of select="key('t', concat('verdict.', @verdict))"/></xsl:if>
            <xsl:if test="@recordsToDecide">
              <!-- An estimate: rounded up to two digits. -->
              <xsl:variable name="unit" select="number(substring('1000000000000000', 1, string-length(concat('0', @recordsToDecide)) - 2 + (@recordsToDecide &lt; 10)))"/>
              <span class="sub words">
                <xsl:apply-templates select="key('t', 'trials.would-decide')" mode="say">
                  <xsl:with-param name="a"><xsl:call-template name="count"><xsl:with-param name="of" select="ceiling(@recordsToDecide div $unit) * $unit"/></xsl:call-template></xsl:with-param>
                </xsl:apply-templates>
              </span>
            </xsl:if>
          </td>
        </xsl:when>
        <xsl:otherwise>
          <td colspan="7">
            <strong><xsl:value-of select="key('t', concat('trials.', @outcome))"/></strong>
            <xsl:text> </xsl:text>
            <span dir="auto"><xsl:value-of select="r:reason"/></span>
          </td>
        </xsl:otherwise>
      </xsl:choose>
    </tr>
  </xsl:template>

  <xsl:template name="trial-leakage">
    <xsl:param name="of"/>
    <td class="number">
      <xsl:for-each select="r:strongest[@adversary = $of]">
        <xsl:apply-templates select="@auc" mode="number"/>
        <xsl:text> </xsl:text>
        <xsl:call-template name="interval"/>
        <span class="sub words"><xsl:call-template name="attack-name"/>, <xsl:call-template name="approach"/></span>
        <xsl:if test="@attacks &gt; 1">
          <span class="sub words">
            <xsl:apply-templates select="key('t', 'trials.away')" mode="say">
              <xsl:with-param name="a"><xsl:call-template name="count"><xsl:with-param name="of" select="@awayFromChance"/></xsl:call-template></xsl:with-param>
              <xsl:with-param name="b"><xsl:call-template name="count"><xsl:with-param name="of" select="@attacks"/></xsl:call-template></xsl:with-param>
            </xsl:apply-templates>
          </span>
        </xsl:if>
      </xsl:for-each>
    </td>
  </xsl:template>

  <xsl:template name="trial-utility">
    <xsl:param name="of"/>
    <td class="number">
      <xsl:for-each select="r:utility[@measure = $of][1]">
        <xsl:apply-templates select="@accuracy" mode="number"/>
        <xsl:text> </xsl:text>
        <xsl:call-template name="interval"/>
        <xsl:if test="@difference">
          <span class="sub words">
            <xsl:apply-templates select="key('t', 'trials.difference')" mode="say">
              <xsl:with-param name="a"><xsl:apply-templates select="@difference" mode="number"/></xsl:with-param>
              <xsl:with-param name="b"><xsl:apply-templates select="@differenceLow" mode="number"/></xsl:with-param>
              <xsl:with-param name="c"><xsl:apply-templates select="@differenceHigh" mode="number"/></xsl:with-param>
            </xsl:apply-templates>
          </span>
        </xsl:if>
      </xsl:for-each>
    </td>
  </xsl:template>

  <!-- Leakage and usefulness at every cut, the baseline, which shares nothing, first. -->
  <xsl:template name="depth">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'depth'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:depth"><xsl:apply-templates select="r:depth"/></xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'depth.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:depth">
    <p>
      <strong><xsl:value-of select="key('t', concat('verdict.', @verdict))"/></strong>
      <xsl:text> </xsl:text>
      <span dir="auto"><xsl:value-of select="r:sentence"/></span>
    </p>
    <p>
      <xsl:apply-templates select="key('t', 'depth.lede')" mode="say">
        <xsl:with-param name="a" select="string(@looks)"/>
        <xsl:with-param name="b"><xsl:apply-templates select="@confidence" mode="percent"/></xsl:with-param>
      </xsl:apply-templates>
    </p>
    <div class="scroll" role="group" tabindex="0" aria-labelledby="depth">
      <table>
        <caption><xsl:value-of select="key('t', 'depth.caption')"/></caption>
        <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'cut shared-parameters approach strongest-attack policy-says recipient-accuracy'"/></xsl:call-template></tr></thead>
        <tbody>
          <xsl:for-each select="r:row">
            <tr>
              <xsl:if test="@cut and @cut = ../@recommended"><xsl:attribute name="class">marked</xsl:attribute></xsl:if>
              <th scope="row">
                <xsl:choose>
                  <xsl:when test="@cut"><span class="name"><span dir="auto"><xsl:value-of select="@cut"/></span></span></xsl:when>
                  <xsl:otherwise><xsl:value-of select="key('t', 'depth.nothing')"/></xsl:otherwise>
                </xsl:choose>
              </th>
              <td class="number"><xsl:apply-templates select="@sharedParameters" mode="count"/></td>
              <td><xsl:call-template name="approach"/></td>
              <xsl:call-template name="trial-leakage"><xsl:with-param name="of" select="'any'"/></xsl:call-template>
              <td>
                <xsl:value-of select="key('t', concat('verdict.', @verdict))"/>
                <xsl:if test="r:gate[@result != 'pass']">
                  <span class="sub">
                    <xsl:for-each select="r:gate[@result != 'pass']">
                      <xsl:if test="position() &gt; 1">, </xsl:if>
                      <span dir="auto"><xsl:value-of select="@gate"/></span>
                    </xsl:for-each>
                  </span>
                </xsl:if>
              </td>
              <xsl:call-template name="trial-utility"><xsl:with-param name="of" select="'recipient'"/></xsl:call-template>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <xsl:if test="r:unjudged">
      <p>
        <xsl:value-of select="key('t', 'depth.unjudged')"/>
        <xsl:text> </xsl:text>
        <xsl:for-each select="r:unjudged">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <span dir="auto"><xsl:value-of select="@name"/></span>
        </xsl:for-each>
      </p>
    </xsl:if>
    <xsl:if test="r:utilityNote"><p><span dir="auto"><xsl:value-of select="r:utilityNote"/></span></p></xsl:if>
  </xsl:template>

  <!-- Where a table ends before its data do, it says so and names the file that goes on. -->
  <xsl:template name="shown-of">
    <xsl:param name="shown"/>
    <xsl:param name="all"/>
    <xsl:if test="$all &gt; $shown">
      <p class="notice">
        <xsl:apply-templates select="key('t', 'table.cut')" mode="say">
          <xsl:with-param name="a"><xsl:call-template name="count"><xsl:with-param name="of" select="$shown"/></xsl:call-template></xsl:with-param>
          <xsl:with-param name="b"><xsl:call-template name="count"><xsl:with-param name="of" select="$all"/></xsl:call-template></xsl:with-param>
        </xsl:apply-templates>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Every attack and approach in one row, at its largest shadow training set. -->
  <xsl:template name="side-by-side">
    <div class="scroll long" role="group" tabindex="0" aria-label="{key('t', 'side-by-side.label')}">
      <table class="dense">
        <caption><xsl:value-of select="key('t', 'side-by-side.caption')"/></caption>
        <thead>
          <tr>
            <xsl:call-template name="columns"><xsl:with-param name="of" select="'attack approach shadow-size auc'"/></xsl:call-template>
            <xsl:if test="$bySubject"><xsl:call-template name="columns"><xsl:with-param name="of" select="'subject-auc'"/></xsl:call-template></xsl:if>
            <xsl:if test="$ofWorlds"><xsl:call-template name="columns"><xsl:with-param name="of" select="'attribute-auc'"/></xsl:call-template></xsl:if>
            <xsl:call-template name="columns"><xsl:with-param name="of" select="'tpr-1 advantage epsilon queries core-seconds'"/></xsl:call-template>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="r:measurement[generate-id() = generate-id(key('approach', concat(@attack, '|', @approach))[1])]">
            <xsl:for-each select="key('approach', concat(@attack, '|', @approach))">
              <xsl:sort select="@shadowSize" data-type="number" order="descending"/>
              <xsl:if test="position() = 1">
                <tr>
                  <th scope="row">
                    <xsl:call-template name="attack-name"/>
                    <xsl:for-each select="key('attack', @attack)"><xsl:call-template name="control-tag"/></xsl:for-each>
                  </th>
                  <td><xsl:call-template name="approach"/></td>
                  <td class="number"><xsl:call-template name="shadow-size"/></td>
                  <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'auc'"/></xsl:call-template>
                  <xsl:if test="$bySubject"><xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'subject-auc'"/></xsl:call-template></xsl:if>
                  <xsl:if test="$ofWorlds"><xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'attribute-auc'"/></xsl:call-template></xsl:if>
                  <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'tpr-at-fpr-0.01'"/></xsl:call-template>
                  <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'advantage'"/></xsl:call-template>
                  <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'epsilon-lower-bound'"/></xsl:call-template>
                  <td class="number"><xsl:apply-templates select="key('cost', concat(@attack, '|', @approach))/@queries" mode="count"/></td>
                  <td class="number"><xsl:apply-templates select="key('cost', concat(@attack, '|', @approach))/@coreSeconds" mode="seconds"/></td>
                </tr>
              </xsl:if>
            </xsl:for-each>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- The strong modern form of TransMIA holds each record against shadow models; where it is not stronger, why. -->
  <xsl:template name="lira-beside">
    <xsl:param name="approach"/>
    <xsl:for-each select="r:measurement[@attack = 'transmia-dnn' and @approach = $approach and @statistic = 'auc' and @value]">
      <xsl:sort select="@shadowSize" data-type="number" order="descending"/>
      <xsl:if test="position() = 1">
        <xsl:variable name="learned" select="."/>
        <xsl:for-each select="../r:measurement[@attack = 'lira' or @attack = 'lira-offline'][@approach = $approach and @statistic = 'auc' and @value and @shadowSize = $learned/@shadowSize]">
          <xsl:sort select="@value" data-type="number" order="descending"/>
          <xsl:if test="position() = 1">
            <p>
              <xsl:apply-templates select="key('t', 'lira.beside')" mode="say">
                <xsl:with-param name="a"><xsl:call-template name="approach"/></xsl:with-param>
                <xsl:with-param name="b"><xsl:apply-templates select="@value" mode="number"/></xsl:with-param>
                <xsl:with-param name="c"><xsl:apply-templates select="$learned/@value" mode="number"/></xsl:with-param>
              </xsl:apply-templates>
              <xsl:text> </xsl:text>
              <xsl:choose>
                <xsl:when test="@value &gt;= $learned/@value"><xsl:value-of select="key('t', 'lira.stronger')"/></xsl:when>
                <xsl:otherwise>
                  <xsl:apply-templates select="key('t', 'lira.weaker')" mode="say">
                    <xsl:with-param name="a" select="string($report/r:shadows/r:shadow[@approach = $approach and @shadowSize = $learned/@shadowSize and not(@attack)]/@models)"/>
                  </xsl:apply-templates>
                </xsl:otherwise>
              </xsl:choose>
            </p>
          </xsl:if>
        </xsl:for-each>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="attack-measurements">
    <h4>
      <xsl:call-template name="attack-name"/>
      <xsl:for-each select="key('attack', @attack)"><xsl:call-template name="control-tag"/></xsl:for-each>
    </h4>
    <div class="scroll" role="group" tabindex="0" aria-label="{concat(key('t', 'heading.measurements'), $colon, @attack)}">
      <table class="dense">
        <caption>
          <span dir="auto"><xsl:value-of select="@attack"/></span>
          <xsl:value-of select="concat($colon, key('t', 'measurements.caption'))"/>
        </caption>
        <xsl:variable name="attack" select="@attack"/>
        <xsl:variable name="isOfWorlds" select="boolean($ofWorlds[@attack = $attack])"/>
        <thead>
          <tr>
            <xsl:choose>
              <xsl:when test="$isOfWorlds"><xsl:call-template name="columns"><xsl:with-param name="of" select="'shadow-size attribute-auc'"/></xsl:call-template></xsl:when>
              <xsl:otherwise><xsl:call-template name="columns"><xsl:with-param name="of" select="'shadow-size accuracy precision recall auc tpr-10 tpr-1 tpr-0.1 advantage epsilon'"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
          </tr>
        </thead>
        <xsl:for-each select="key('measured', $attack)[generate-id() = generate-id(key('approach', concat(@attack, '|', @approach))[1])]">
          <tbody>
            <tr class="group">
              <th scope="rowgroup" colspan="10">
                <xsl:if test="$isOfWorlds"><xsl:attribute name="colspan">2</xsl:attribute></xsl:if>
                <xsl:call-template name="approach"/>
                <span class="sub"><xsl:call-template name="cost"/></span>
              </th>
            </tr>
            <xsl:for-each select="key('approach', concat(@attack, '|', @approach))[generate-id() = generate-id(key('size', concat(@attack, '|', @approach, '|', @shadowSize))[1])]">
              <xsl:sort select="@shadowSize" data-type="number"/>
              <tr>
                <th scope="row" class="number"><xsl:call-template name="shadow-size"/></th>
                <xsl:choose>
                  <xsl:when test="$isOfWorlds"><xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'attribute-auc'"/></xsl:call-template></xsl:when>
                  <xsl:otherwise><xsl:call-template name="figure-cells"/></xsl:otherwise>
                </xsl:choose>
              </tr>
            </xsl:for-each>
          </tbody>
        </xsl:for-each>
        <!-- The control asks about the same training set. -->
        <xsl:variable name="beside" select="$controls[boolean(@population = 'target') = boolean($ofTarget[@id = $attack])]"/>
        <xsl:if test="$beside and not(@attack = $controls/@id or $isOfWorlds)">
          <tbody class="control">
            <xsl:for-each select="../r:measurement[@attack = $beside/@id][generate-id() = generate-id(key('size', concat(@attack, '|', @approach, '|', @shadowSize))[1])]">
              <tr>
                <th scope="row">
                  <xsl:value-of select="concat(key('t', 'control'), $colon)"/>
                  <span dir="auto"><xsl:value-of select="@attack"/></span>
                </th>
                <xsl:call-template name="figure-cells"/>
              </tr>
            </xsl:for-each>
          </tbody>
        </xsl:if>
      </table>
    </div>
    <xsl:for-each select="key('measured', @attack)[not(@value)][generate-id() = generate-id(key('absent', concat(@attack, '|', @statistic, '|', @note))[1])]">
      <p class="small">
        <xsl:value-of select="concat(key('t', 'note'), $colon)"/>
        <xsl:call-template name="statistic"/>
        <xsl:text> – </xsl:text>
        <span dir="auto"><xsl:value-of select="@note"/></span>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="figure-cells">
    <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'accuracy'"/></xsl:call-template>
    <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'precision'"/></xsl:call-template>
    <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'recall'"/></xsl:call-template>
    <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'auc'"/></xsl:call-template>
    <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'tpr-at-fpr-0.1'"/></xsl:call-template>
    <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'tpr-at-fpr-0.01'"/></xsl:call-template>
    <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'tpr-at-fpr-0.001'"/></xsl:call-template>
    <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'advantage'"/></xsl:call-template>
    <xsl:call-template name="figure-cell"><xsl:with-param name="statistic" select="'epsilon-lower-bound'"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="figure-cell">
    <xsl:param name="statistic"/>
    <xsl:variable name="combination" select="concat(@attack, '|', @approach, '|', @shadowSize, '|')"/>
    <td class="number">
      <xsl:for-each select="key('figure', concat($combination, $statistic))[1]">
        <xsl:choose>
          <xsl:when test="@value">
            <xsl:apply-templates select="@value" mode="number"/>
            <xsl:if test="@sd"><span class="sub">± <xsl:apply-templates select="@sd" mode="number"/></span></xsl:if>
            <span class="sub"><xsl:call-template name="interval"/></span>
          </xsl:when>
          <xsl:otherwise><span class="absent">– <span class="sub"><xsl:value-of select="key('t', 'measurements.see-note')"/></span></span></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:if test="not(key('figure', concat($combination, $statistic)))"><span class="absent">–</span></xsl:if>
      <xsl:if test="$statistic = 'precision'">
        <xsl:for-each select="key('figure', concat($combination, 'undefined-precision'))[1][@value &gt; 0]">
          <span class="sub words">
            <xsl:apply-templates select="key('t', 'measurements.undefined')" mode="say">
              <xsl:with-param name="a"><xsl:apply-templates select="@value" mode="percent"/></xsl:with-param>
            </xsl:apply-templates>
          </span>
        </xsl:for-each>
      </xsl:if>
      <xsl:if test="$statistic = 'advantage'">
        <xsl:for-each select="key('figure', concat($combination, 'tpr'))[1][@value]">
          <span class="sub"><xsl:value-of select="concat(key('t', 'short.tpr'), ' ')"/><xsl:apply-templates select="@value" mode="number"/></span>
        </xsl:for-each>
        <xsl:for-each select="key('figure', concat($combination, 'fpr'))[1][@value]">
          <span class="sub"><xsl:value-of select="concat(key('t', 'short.fpr'), ' ')"/><xsl:apply-templates select="@value" mode="number"/></span>
        </xsl:for-each>
      </xsl:if>
    </td>
  </xsl:template>

  <xsl:template match="r:classMeasurements">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'classes'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:classMeasurement">
        <div class="scroll long" role="group" tabindex="0" aria-labelledby="classes">
          <table>
            <caption><xsl:value-of select="key('t', 'classes.caption')"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'attack approach shadow-size class accuracy recall auc sample'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="$combinations">
                <xsl:for-each select="key('class', concat(@attack, '|', @approach, '|', @shadowSize))">
                  <xsl:sort select="@low" data-type="number" order="descending"/>
                  <xsl:sort select="@accuracy" data-type="number" order="descending"/>
                  <xsl:if test="position() = 1">
                    <tr>
                      <th scope="row"><span dir="auto"><xsl:value-of select="@attack"/></span></th>
                      <td><xsl:call-template name="approach"/></td>
                      <td class="number"><xsl:call-template name="shadow-size"/></td>
                      <td><span class="name"><span dir="auto"><xsl:value-of select="@class"/></span></span></td>
                      <td class="number">
                        <xsl:apply-templates select="@accuracy" mode="number"/>
                        <span class="sub"><xsl:call-template name="interval"/></span>
                      </td>
                      <td class="number"><xsl:apply-templates select="@recall" mode="number"/></td>
                      <td class="number"><xsl:apply-templates select="@auc" mode="number"/></td>
                      <td class="number">
                        <xsl:apply-templates select="@members" mode="count"/>
                        <xsl:text> / </xsl:text>
                        <xsl:apply-templates select="@nonMembers" mode="count"/>
                      </td>
                    </tr>
                  </xsl:if>
                </xsl:for-each>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
        <input type="checkbox" class="fold" id="fold-classes"/>
        <label for="fold-classes">
          <xsl:apply-templates select="key('t', 'classes.all')" mode="say">
            <xsl:with-param name="a" select="count($combinations)"/>
          </xsl:apply-templates>
        </label>
        <div class="folded">
          <xsl:for-each select="$combinations">
            <xsl:variable name="rows" select="key('class', concat(@attack, '|', @approach, '|', @shadowSize))"/>
            <xsl:variable name="label">
              <xsl:value-of select="concat(@attack, ', ')"/>
              <xsl:call-template name="setting"/>
            </xsl:variable>
            <xsl:variable name="number" select="position()"/>
            <input type="checkbox" class="fold" id="fold-classes-{$number}"/>
            <label for="fold-classes-{$number}"><span dir="auto"><xsl:value-of select="$label"/></span></label>
            <div class="folded">
              <xsl:call-template name="shown-of">
                <xsl:with-param name="shown" select="$classRows"/>
                <xsl:with-param name="all" select="count($rows)"/>
              </xsl:call-template>
              <xsl:call-template name="class-table">
                <xsl:with-param name="rows" select="$rows"/>
                <xsl:with-param name="limit" select="$classRows"/>
                <xsl:with-param name="caption" select="key('t', 'classes.order')"/>
                <xsl:with-param name="label" select="$label"/>
              </xsl:call-template>
            </div>
          </xsl:for-each>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'classes.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="class-table">
    <xsl:param name="rows"/>
    <xsl:param name="limit"/>
    <xsl:param name="caption"/>
    <xsl:param name="label"/>
    <div class="scroll long" role="group" tabindex="0" aria-label="{$label}">
      <table>
        <caption><xsl:value-of select="$caption"/></caption>
        <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'class accuracy-interval precision recall auc members non-members'"/></xsl:call-template></tr></thead>
        <tbody>
          <xsl:for-each select="$rows">
            <xsl:sort select="@low" data-type="number" order="descending"/>
            <xsl:sort select="@accuracy" data-type="number" order="descending"/>
            <xsl:if test="position() &lt;= $limit">
              <tr>
                <th scope="row"><span class="name"><span dir="auto"><xsl:value-of select="@class"/></span></span></th>
                <td class="number">
                  <xsl:apply-templates select="@accuracy" mode="number"/>
                  <xsl:text> </xsl:text>
                  <xsl:call-template name="interval"/>
                </td>
                <td class="number"><xsl:apply-templates select="@precision" mode="number"/></td>
                <td class="number"><xsl:apply-templates select="@recall" mode="number"/></td>
                <td class="number"><xsl:apply-templates select="@auc" mode="number"/></td>
                <td class="number"><xsl:apply-templates select="@members" mode="count"/></td>
                <td class="number"><xsl:apply-templates select="@nonMembers" mode="count"/></td>
              </tr>
            </xsl:if>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="r:checks">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'checks'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:check">
        <div class="scroll" role="group" tabindex="0" aria-labelledby="checks">
          <table>
            <caption><xsl:value-of select="key('t', 'checks.caption')"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'check result figure words if-fails'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="r:check">
                <tr>
                  <th scope="row">
                    <span dir="auto"><xsl:value-of select="r:title"/></span>
                    <span class="sub"><code><xsl:value-of select="@id"/></code></span>
                  </th>
                  <td><xsl:call-template name="badge"><xsl:with-param name="of" select="@result"/></xsl:call-template></td>
                  <td class="number">
                    <xsl:apply-templates select="@value" mode="number"/>
                    <xsl:if test="@low"><span class="sub"><xsl:call-template name="interval"/></span></xsl:if>
                  </td>
                  <td><span dir="auto"><xsl:value-of select="r:sentence"/></span></td>
                  <td>
                    <xsl:choose>
                      <xsl:when test="@affectsGates = 'true'"><xsl:value-of select="key('t', 'checks.decides')"/></xsl:when>
                      <xsl:otherwise><xsl:value-of select="key('t', 'checks.informs')"/></xsl:otherwise>
                    </xsl:choose>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'checks.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:skips">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'skips'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:skip">
        <div class="scroll" role="group" tabindex="0" aria-labelledby="skips">
          <table>
            <caption><xsl:value-of select="key('t', 'skips.caption')"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'skipped why remedy'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="r:skip">
                <tr>
                  <th scope="row"><span class="name"><span dir="auto"><code><xsl:value-of select="@id"/></code></span></span></th>
                  <td><span dir="auto"><xsl:value-of select="r:reason"/></span></td>
                  <td><span dir="auto"><xsl:value-of select="r:remedy"/></span></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'skips.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:shadows">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'shadows'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="r:shadow">
        <div class="scroll" role="group" tabindex="0" aria-label="{key('t', 'shadows.label')}">
          <table>
            <caption><xsl:value-of select="key('t', 'shadows.caption')"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'approach shadow-size models reused training train-accuracy test-accuracy core-seconds'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="r:shadow">
                <tr>
                  <th scope="row">
                    <xsl:call-template name="approach"/>
                    <xsl:if test="@attack"><span class="sub"><xsl:call-template name="attack-name"/></span></xsl:if>
                  </th>
                  <td class="number"><xsl:call-template name="shadow-size"/></td>
                  <td class="number"><xsl:value-of select="concat(@models, ' × ', @repeats)"/></td>
                  <td class="number"><xsl:apply-templates select="@reused" mode="count"/></td>
                  <td><span dir="auto"><xsl:value-of select="@training"/></span><xsl:call-template name="note"/></td>
                  <td class="number"><xsl:apply-templates select="@trainAccuracy" mode="number"/></td>
                  <td class="number"><xsl:apply-templates select="@testAccuracy" mode="number"/></td>
                  <td class="number"><xsl:apply-templates select="@coreSeconds" mode="seconds"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'shadows.none')"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="../r:targets/r:target">
        <div class="scroll" role="group" tabindex="0" aria-label="{key('t', 'targets.label')}">
          <table>
            <caption><xsl:apply-templates select="key('t', 'targets.caption')" mode="say"/></caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'approach training-records classes train-accuracy test-accuracy'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="../r:targets/r:target">
                <tr>
                  <th scope="row"><xsl:call-template name="approach"/><xsl:call-template name="note"/></th>
                  <td class="number"><xsl:apply-templates select="@records" mode="count"/></td>
                  <td class="number"><xsl:apply-templates select="@classes" mode="count"/></td>
                  <td class="number"><xsl:apply-templates select="@trainAccuracy" mode="number"/></td>
                  <td class="number"><xsl:apply-templates select="@testAccuracy" mode="number"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="key('t', 'targets.none')"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="../r:costs/r:cost">
      <div class="scroll long" role="group" tabindex="0" aria-label="{key('t', 'costs.label')}">
        <table>
          <caption><xsl:value-of select="key('t', 'costs.caption')"/></caption>
          <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'attack approach queries shadow-records core-seconds'"/></xsl:call-template></tr></thead>
          <tbody>
            <xsl:for-each select="../r:costs/r:cost">
              <tr>
                <th scope="row"><xsl:call-template name="attack-name"/></th>
                <td><xsl:call-template name="approach"/></td>
                <td class="number"><xsl:apply-templates select="@queries" mode="count"/></td>
                <td class="number"><xsl:apply-templates select="@shadowRecords" mode="count"/></td>
                <td class="number"><xsl:apply-templates select="@coreSeconds" mode="seconds"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- One row of the legal mapping; its three texts are law.<id>, law.<id>.basis and law.<id>.where. -->
  <xsl:template name="law-row">
    <xsl:param name="of"/>
    <xsl:variable name="id" select="substring-before(concat($of, ' '), ' ')"/>
    <tr>
      <th scope="row"><xsl:value-of select="key('t', concat('law.', $id))"/></th>
      <td><xsl:value-of select="key('t', concat('law.', $id, '.basis'))"/></td>
      <td><xsl:apply-templates select="key('t', concat('law.', $id, '.where'))" mode="say"/></td>
    </tr>
    <xsl:if test="contains($of, ' ')">
      <xsl:call-template name="law-row"><xsl:with-param name="of" select="substring-after($of, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="law">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'law'"/></xsl:call-template>
    <p><xsl:value-of select="key('t', 'law.lede')"/></p>
    <div class="scroll" role="group" tabindex="0" aria-labelledby="law">
      <table>
        <caption><xsl:value-of select="key('t', 'law.caption')"/></caption>
        <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'subject basis where'"/></xsl:call-template></tr></thead>
        <tbody>
          <xsl:call-template name="law-row"><xsl:with-param name="of" select="'personal insignificant testing ratio layers security regular dpia'"/></xsl:call-template>
          <tr>
            <th scope="row"><xsl:value-of select="key('t', 'law.special')"/></th>
            <td><xsl:value-of select="key('t', 'law.special.basis')"/></td>
            <td>
              <xsl:value-of select="concat(key('t', 'fact.categories'), $colon)"/>
              <xsl:call-template name="categories"/>
              <xsl:value-of select="concat('. ', key('t', 'law.special.where'))"/>
            </td>
          </tr>
          <xsl:choose>
            <xsl:when test="not(r:context/@recipientOutsideEEA)">
              <xsl:call-template name="law-row"><xsl:with-param name="of" select="'unknown-eea'"/></xsl:call-template>
            </xsl:when>
            <xsl:when test="r:context/@recipientOutsideEEA = 'true' or r:context/@recipientOutsideEEA = '1'">
              <xsl:call-template name="law-row"><xsl:with-param name="of" select="'outside-eea'"/></xsl:call-template>
            </xsl:when>
          </xsl:choose>
          <xsl:call-template name="law-row"><xsl:with-param name="of" select="'measures frameworks'"/></xsl:call-template>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="r:provenance">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'provenance'"/></xsl:call-template>
    <dl class="facts">
      <div><dt><xsl:value-of select="key('t', 'provenance.tool')"/></dt><dd>LayerAudit <xsl:value-of select="@toolVersion"/></dd></div>
      <div>
        <dt><xsl:value-of select="key('t', 'provenance.time')"/></dt>
        <dd>
          <xsl:apply-templates select="key('t', 'provenance.span')" mode="say">
            <xsl:with-param name="a"><xsl:call-template name="moment"><xsl:with-param name="at" select="@started"/></xsl:call-template></xsl:with-param>
            <xsl:with-param name="b"><xsl:call-template name="moment"><xsl:with-param name="at" select="@finished"/></xsl:call-template></xsl:with-param>
            <xsl:with-param name="c"><xsl:apply-templates select="@seconds" mode="seconds"/></xsl:with-param>
          </xsl:apply-templates>
        </dd>
      </div>
      <xsl:if test="@modelsReused">
        <div>
          <dt><xsl:value-of select="key('t', 'provenance.store')"/></dt>
          <dd>
            <xsl:apply-templates select="key('t', 'provenance.reuse')" mode="say">
              <xsl:with-param name="a"><xsl:apply-templates select="@modelsReused" mode="count"/></xsl:with-param>
              <xsl:with-param name="b"><xsl:apply-templates select="@modelsTrained" mode="count"/></xsl:with-param>
            </xsl:apply-templates>
          </dd>
        </div>
      </xsl:if>
      <div>
        <dt><xsl:value-of select="key('t', 'provenance.seed')"/></dt>
        <dd><xsl:value-of select="concat(@seed, ', ')"/><span dir="auto"><xsl:value-of select="@profile"/></span></dd>
      </div>
      <div><dt><xsl:value-of select="key('t', 'provenance.machine')"/></dt><dd><span dir="auto"><xsl:value-of select="@machine"/></span></dd></div>
      <div>
        <dt><xsl:value-of select="key('t', 'provenance.libraries')"/></dt>
        <dd>
          <xsl:if test="not(r:library)"><xsl:value-of select="key('t', 'provenance.no-library')"/></xsl:if>
          <xsl:for-each select="r:library">
            <span dir="auto"><xsl:value-of select="@name"/></span>
            <xsl:text> </xsl:text>
            <span dir="auto"><xsl:value-of select="@version"/></span>
            <xsl:if test="position() != last()">, </xsl:if>
          </xsl:for-each>
        </dd>
      </div>
      <div>
        <dt><xsl:value-of select="key('t', 'fact.policy')"/></dt>
        <dd>
          <span dir="auto"><xsl:value-of select="../r:policy/@id"/></span>
          <xsl:value-of select="concat(', ', key('t', 'sha256'), ' ')"/>
          <code class="digest"><xsl:value-of select="../r:policy/@sha256"/></code>
        </dd>
      </div>
    </dl>
    <xsl:if test="r:file">
      <div class="scroll" role="group" tabindex="0" aria-label="{key('t', 'provenance.files')}">
        <table>
          <caption><xsl:value-of select="key('t', 'provenance.files')"/></caption>
          <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'file role bytes sha256'"/></xsl:call-template></tr></thead>
          <tbody>
            <xsl:for-each select="r:file">
              <tr>
                <th scope="row"><span class="name"><span dir="auto"><xsl:value-of select="@name"/></span></span></th>
                <td><xsl:call-template name="worded"><xsl:with-param name="prefix" select="'file.'"/><xsl:with-param name="of" select="@role"/></xsl:call-template></td>
                <td class="number"><xsl:apply-templates select="@bytes" mode="count"/></td>
                <td><code class="digest"><xsl:value-of select="@sha256"/></code></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Figures -->

  <xsl:template match="r:figures">
    <xsl:call-template name="section"><xsl:with-param name="id" select="'figures'"/></xsl:call-template>
    <xsl:variable name="own" select="r:figure[not(@id = 'figure-pareto' or @id = 'figure-epsilon')]"/>
    <xsl:if test="not($own)"><p><xsl:value-of select="key('t', 'figures.none')"/></p></xsl:if>
    <xsl:apply-templates select="$own"/>
  </xsl:template>

  <xsl:template match="r:figure">
    <div role="figure" class="figure" id="{@id}" aria-labelledby="{@id}-caption">
      <xsl:choose>
        <xsl:when test="r:drawing/svg:svg">
          <xsl:variable name="drawing"><xsl:apply-templates select="r:drawing/svg:svg" mode="drawing"/></xsl:variable>
          <div class="drawing">
            <xsl:variable name="size" select="substring-after(substring-after(normalize-space(r:drawing/svg:svg/@viewBox), ' '), ' ')"/>
            <img src="data:image/svg+xml,{$drawing}" alt="{r:title}">
              <xsl:if test="substring-after($size, ' ') &gt; substring-before($size, ' ') * 0.85">
                <xsl:attribute name="class">tall</xsl:attribute>
              </xsl:if>
            </img>
          </div>
        </xsl:when>
        <xsl:otherwise>
          <p class="notice">
            <xsl:value-of select="concat(key('t', 'figures.not-drawn'), $colon)"/>
            <span dir="auto"><xsl:value-of select="r:drawing/@note"/></span>
          </p>
        </xsl:otherwise>
      </xsl:choose>
      <p class="figure-caption" id="{@id}-caption">
        <strong><span dir="auto"><xsl:value-of select="r:title"/></span></strong>
        <xsl:text>. </xsl:text>
        <span dir="auto"><xsl:value-of select="r:alternative"/></span>
      </p>
      <input type="checkbox" class="fold" id="fold-{@id}">
        <xsl:if test="not(r:drawing/svg:svg)"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="fold-{@id}">
        <xsl:apply-templates select="key('t', 'figures.data')" mode="say">
          <xsl:with-param name="a"><xsl:call-template name="count"><xsl:with-param name="of" select="count(r:series/r:point)"/></xsl:call-template></xsl:with-param>
        </xsl:apply-templates>
      </label>
      <div class="folded">
        <div class="scroll long" role="group" tabindex="0" aria-label="{concat(key('t', 'figures.table'), $colon, r:title)}">
          <table class="dense">
            <caption>
              <xsl:text>x: </xsl:text><span dir="auto"><xsl:value-of select="r:x"/></span>
              <xsl:text>; y: </xsl:text><span dir="auto"><xsl:value-of select="r:y"/></span>
            </caption>
            <thead><tr><xsl:call-template name="columns"><xsl:with-param name="of" select="'series x y error'"/></xsl:call-template></tr></thead>
            <tbody>
              <xsl:for-each select="r:series/r:point">
                <tr>
                  <th scope="row">
                    <span class="name"><span dir="auto"><xsl:value-of select="../@name"/></span></span>
                    <xsl:if test="@label"><span dir="auto"><xsl:value-of select="concat(' (', @label, ')')"/></span></xsl:if>
                  </th>
                  <td class="number">
                    <xsl:apply-templates select="@x" mode="plotted"/>
                    <xsl:if test="@left">
                      <span class="sub">
                        <xsl:text>[</xsl:text>
                        <xsl:apply-templates select="@left" mode="plotted"/>
                        <xsl:value-of select="$between"/>
                        <xsl:apply-templates select="@right" mode="plotted"/>
                        <xsl:text>]</xsl:text>
                      </span>
                    </xsl:if>
                  </td>
                  <td class="number">
                    <xsl:apply-templates select="@y" mode="plotted"/>
                    <xsl:if test="@low">
                      <span class="sub">
                        <xsl:text>[</xsl:text>
                        <xsl:apply-templates select="@low" mode="plotted"/>
                        <xsl:value-of select="$between"/>
                        <xsl:apply-templates select="@high" mode="plotted"/>
                        <xsl:text>]</xsl:text>
                      </span>
                    </xsl:if>
                  </td>
                  <td class="number"><xsl:apply-templates select="@error" mode="plotted"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </div>
    </div>
  </xsl:template>

  <!-- A drawing becomes the text of an SVG image, by a list of what is harmless: report.xml may come from outside. The
       serialiser escapes a src attribute as a URI, all but # and %, which are escaped here. -->
  <xsl:template match="svg:*" mode="drawing"/>
  <xsl:template match="svg:svg | svg:g | svg:defs | svg:path | svg:rect | svg:circle | svg:line | svg:polyline | svg:polygon
                       | svg:use | svg:text | svg:tspan | svg:title | svg:desc" mode="drawing">
    <xsl:value-of select="concat('&lt;', local-name())"/>
    <xsl:if test="self::svg:svg[not(ancestor::svg:*)]"> xmlns="http://www.w3.org/2000/svg"</xsl:if>
    <xsl:apply-templates select="@*" mode="drawing"/>
    <xsl:text>&gt;</xsl:text>
    <xsl:if test="self::svg:svg[not(ancestor::svg:*)]">
      <xsl:text>&lt;style&gt;</xsl:text>
      <xsl:call-template name="escaped"><xsl:with-param name="text" select="$palette"/></xsl:call-template>
      <xsl:text>svg{color:var(--ink)}&lt;/style&gt;</xsl:text>
    </xsl:if>
    <xsl:apply-templates select="node()" mode="drawing"/>
    <xsl:value-of select="concat('&lt;/', local-name(), '&gt;')"/>
  </xsl:template>
  <xsl:template match="text()" mode="drawing">
    <xsl:call-template name="escaped"><xsl:with-param name="text" select="."/></xsl:call-template>
  </xsl:template>
  <xsl:template match="comment() | processing-instruction()" mode="drawing"/>
  <xsl:template match="@*" mode="drawing">
    <xsl:if test="namespace-uri() = '' and not(starts-with(local-name(), 'on')) and not(contains(., 'url('))
                  and not(contains(., 'image(')) and not(contains(., 'javascript:'))
                  and not(local-name() = 'href' and not(starts-with(., '#')))">
      <xsl:value-of select="concat(' ', local-name(), '=&quot;')"/>
      <xsl:call-template name="escaped"><xsl:with-param name="text" select="."/></xsl:call-template>
      <xsl:text>"</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Text for an SVG inside a data: URI. -->
  <xsl:template name="escaped">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="translate($text, '%#&amp;&lt;&gt;&quot;', '') = $text"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="replaced">
          <xsl:with-param name="text" select="$text"/>
          <xsl:with-param name="list" select="'&amp; &amp;amp; &lt; &amp;lt; &gt; &amp;gt; &quot; &amp;quot; % %25 # %23 '"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- `list` holds sign, blank, replacement, blank, sign, …; each is replaced wherever it stands. -->
  <xsl:template name="replaced">
    <xsl:param name="text"/>
    <xsl:param name="list"/>
    <xsl:variable name="sign" select="substring-before($list, ' ')"/>
    <xsl:variable name="rest" select="substring-after($list, ' ')"/>
    <xsl:choose>
      <xsl:when test="$sign = '' or $text = ''"><xsl:value-of select="$text"/></xsl:when>
      <xsl:when test="contains($text, $sign)">
        <xsl:call-template name="replaced">
          <xsl:with-param name="text" select="substring-before($text, $sign)"/>
          <xsl:with-param name="list" select="substring-after($rest, ' ')"/>
        </xsl:call-template>
        <xsl:value-of select="substring-before($rest, ' ')"/>
        <xsl:call-template name="replaced">
          <xsl:with-param name="text" select="substring-after($text, $sign)"/>
          <xsl:with-param name="list" select="$list"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="replaced">
          <xsl:with-param name="text" select="$text"/>
          <xsl:with-param name="list" select="substring-after($rest, ' ')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Small templates: words -->

  <!-- A sentence of the catalogue: its slots a to f take what the caller gives. -->
  <xsl:template match="l:*" mode="say">
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:param name="c"/>
    <xsl:param name="d"/>
    <xsl:param name="e"/>
    <xsl:param name="f"/>
    <xsl:for-each select="node()">
      <xsl:choose>
        <xsl:when test="self::text()"><xsl:value-of select="."/></xsl:when>
        <xsl:when test="self::l:slot[@n = 'a']"><xsl:copy-of select="$a"/></xsl:when>
        <xsl:when test="self::l:slot[@n = 'b']"><xsl:copy-of select="$b"/></xsl:when>
        <xsl:when test="self::l:slot[@n = 'c']"><xsl:copy-of select="$c"/></xsl:when>
        <xsl:when test="self::l:slot[@n = 'd']"><xsl:copy-of select="$d"/></xsl:when>
        <xsl:when test="self::l:slot[@n = 'e']"><xsl:copy-of select="$e"/></xsl:when>
        <xsl:when test="self::l:slot[@n = 'f']"><xsl:copy-of select="$f"/></xsl:when>
        <xsl:when test="self::l:link"><a href="#{@to}"><xsl:value-of select="."/></a></xsl:when>
        <xsl:when test="self::l:dfn"><dfn><xsl:value-of select="."/></dfn></xsl:when>
        <xsl:when test="self::l:strong">
          <strong>
            <xsl:apply-templates select="." mode="say">
              <xsl:with-param name="a" select="$a"/>
              <xsl:with-param name="b" select="$b"/>
              <xsl:with-param name="c" select="$c"/>
              <xsl:with-param name="d" select="$d"/>
              <xsl:with-param name="e" select="$e"/>
              <xsl:with-param name="f" select="$f"/>
            </xsl:apply-templates>
          </strong>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="stated">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="$text"><span dir="auto"><xsl:value-of select="$text"/></span></xsl:when>
      <xsl:otherwise><span class="absent"><xsl:value-of select="key('t', 'not-stated')"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="attack-name">
    <xsl:choose>
      <xsl:when test="key('attack', @attack)"><span dir="auto"><xsl:value-of select="key('attack', @attack)/r:title"/></span></xsl:when>
      <xsl:otherwise><span dir="auto"><xsl:value-of select="@attack"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="approach"><xsl:value-of select="key('t', concat('approach.', @approach))"/></xsl:template>

  <xsl:template name="shadow-size">
    <xsl:choose>
      <xsl:when test="@shadowSize = 0">–</xsl:when>
      <xsl:otherwise><xsl:apply-templates select="@shadowSize" mode="count"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="setting">
    <xsl:call-template name="approach"/>
    <xsl:if test="@shadowSize != 0">
      <xsl:text>, </xsl:text>
      <xsl:apply-templates select="key('t', 'setting.records')" mode="say">
        <xsl:with-param name="a"><xsl:apply-templates select="@shadowSize" mode="count"/></xsl:with-param>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <xsl:template name="combination">
    <xsl:call-template name="attack-name"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="setting"/>
  </xsl:template>

  <xsl:template name="cost">
    <xsl:variable name="cost" select="key('cost', concat(@attack, '|', @approach))[1]"/>
    <xsl:choose>
      <xsl:when test="$cost">
        <xsl:apply-templates select="key('t', 'cost')" mode="say">
          <xsl:with-param name="a"><xsl:apply-templates select="$cost/@queries" mode="count"/></xsl:with-param>
          <xsl:with-param name="b"><xsl:apply-templates select="$cost/@shadowRecords" mode="count"/></xsl:with-param>
          <xsl:with-param name="c"><xsl:apply-templates select="$cost/@coreSeconds" mode="seconds"/></xsl:with-param>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="key('t', 'cost.none')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="worded">
    <xsl:param name="prefix"/>
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="key('t', concat($prefix, $of))"><xsl:value-of select="key('t', concat($prefix, $of))"/></xsl:when>
      <xsl:otherwise><span dir="auto"><xsl:value-of select="$of"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="badge">
    <xsl:param name="of"/>
    <span class="badge {$of}"><xsl:value-of select="key('t', concat('badge.', $of))"/></span>
  </xsl:template>

  <xsl:template name="statistic">
    <xsl:param name="of" select="@statistic"/>
    <xsl:value-of select="key('t', concat('statistic.', $of))"/>
  </xsl:template>

  <xsl:template name="term">
    <xsl:param name="statistic" select="@statistic"/>
    <div>
      <dt><dfn><xsl:value-of select="key('t', concat('statistic.', $statistic))"/></dfn><xsl:value-of select="$colon"/></dt>
      <dd><xsl:value-of select="key('t', concat('plain.', $statistic))"/></dd>
    </div>
  </xsl:template>

  <!-- Small templates: numbers; an absent attribute gives nothing, and the style puts a dash into the empty cell. -->

  <xsl:template match="@*" mode="number">
    <xsl:choose>
      <xsl:when test=". = 'INF'">∞</xsl:when>
      <xsl:when test=". = '-INF'"><xsl:value-of select="concat($minus, '∞')"/></xsl:when>
      <xsl:when test="string(number(.)) = 'NaN'"><xsl:value-of select="key('t', 'number.undefined')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(format-number(., '#,##0.000'), ',.-', $signs)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Parts of an uncertainty are compared with each other, and are small. -->
  <xsl:template match="@*" mode="deviation"><xsl:value-of select="translate(format-number(., '0.0000'), ',.-', $signs)"/></xsl:template>

  <!-- Differences of parameters are far below 0.001; their digits are shown as they are. -->
  <xsl:template match="@*" mode="small-number"><xsl:value-of select="translate(., '.-', substring($signs, 2))"/></xsl:template>

  <xsl:template match="@*" mode="probability">
    <xsl:choose>
      <xsl:when test=". &lt; 0.0005"><xsl:value-of select="translate('&lt; 0.001', '.', substring($signs, 2, 1))"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="number"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="plotted">
    <xsl:choose>
      <xsl:when test="number(.) = round(number(.))"><xsl:value-of select="translate(format-number(., '#,##0'), ',.-', $signs)"/></xsl:when>
      <xsl:when test="number(.) &gt; -0.001 and number(.) &lt; 0.001"><xsl:apply-templates select="." mode="small-number"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="number"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="count">
    <xsl:param name="of"/>
    <xsl:value-of select="translate(format-number($of, '#,##0'), ',.-', $signs)"/>
  </xsl:template>

  <xsl:template match="@*" mode="count"><xsl:value-of select="translate(format-number(., '#,##0'), ',.-', $signs)"/></xsl:template>

  <xsl:template match="@*" mode="seconds">
    <xsl:choose>
      <xsl:when test=". &gt; 0 and . &lt; 0.1"><xsl:value-of select="translate('&lt; 0.1', '.', substring($signs, 2, 1))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(format-number(., '#,##0.0'), ',.-', $signs)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="percent">
    <xsl:choose>
      <xsl:when test="string(number(.)) = 'NaN'"><xsl:value-of select="key('t', 'number.undefined-share')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(translate(format-number(. * 100, '0.#'), ',.-', $signs), $percent)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Two decimals at most, and never more than it is: 99.996 % is not 100 %. -->
  <xsl:template match="@confidence" mode="percent">
    <xsl:value-of select="concat(translate(format-number(floor(. * 10000 + 0.000001) div 100, '0.##'), ',.-', $signs), $percent)"/>
  </xsl:template>

  <xsl:template name="interval">
    <xsl:choose>
      <xsl:when test="@low and @high">
        <span class="interval">
          <xsl:text>[</xsl:text>
          <xsl:apply-templates select="@low" mode="number"/>
          <xsl:value-of select="$between"/>
          <xsl:apply-templates select="@high" mode="number"/>
          <xsl:text>]</xsl:text>
        </span>
      </xsl:when>
      <xsl:otherwise><span class="absent"><xsl:value-of select="key('t', 'number.no-interval')"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="mean-and-sd">
    <xsl:apply-templates select="@value" mode="number"/>
    <xsl:if test="@value and @sd">
      <xsl:text> ± </xsl:text>
      <xsl:apply-templates select="@sd" mode="number"/>
    </xsl:if>
  </xsl:template>

  <!-- The day of an ISO 8601 date; other text, such as a waiver's made-up date, as it stands. -->
  <xsl:template name="day">
    <xsl:param name="at"/>
    <xsl:choose>
      <xsl:when test="string-length($at) &gt;= 10 and key('t', concat('month.', substring($at, 6, 2)))">
        <xsl:apply-templates select="key('t', 'date.day')" mode="say">
          <xsl:with-param name="a">
            <xsl:choose>
              <xsl:when test="substring($at, 9, 2) = '01'"><xsl:value-of select="key('t', 'date.first')"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="number(substring($at, 9, 2))"/></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="b" select="string(key('t', concat('month.', substring($at, 6, 2))))"/>
          <xsl:with-param name="c" select="substring($at, 1, 4)"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$at"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="moment">
    <xsl:param name="at"/>
    <xsl:choose>
      <xsl:when test="string-length($at) &gt;= 16">
        <xsl:apply-templates select="key('t', 'date.moment')" mode="say">
          <xsl:with-param name="a"><xsl:call-template name="day"><xsl:with-param name="at" select="$at"/></xsl:call-template></xsl:with-param>
          <xsl:with-param name="b" select="substring($at, 12, 5)"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise><span class="absent"><xsl:value-of select="key('t', 'date.none')"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

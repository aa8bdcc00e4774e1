<?xml version="1.0" encoding="UTF-8"?>
<!--
  report.xml to one self-contained report.html. XSLT 1.0, no extensions.
  Parameter css: the text of report.css, inlined. By hand:
  xsltproc - -stringparam css "$(cat report.css)" report.xsl report.xml   (without the blank between the hyphens)
  Order: keys, the page, the officer's part, the DPIA's part, the annex, figures, small templates.
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:r="urn:layeraudit:report:1"
                xmlns:svg="http://www.w3.org/2000/svg"
                exclude-result-prefixes="r svg">

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="*"/>
  <xsl:param name="css"/>

  <!-- Keys -->

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
  <xsl:variable name="leaks" select="$report/r:outcomes/r:outcome[@state = 'leaks'][not(@attack = $controls/@id)]"/>
  <xsl:variable name="worked" select="$report/r:outcomes/r:outcome[@state != 'did-not-learn'][not(@attack = $controls/@id)]"/>

  <!-- The page -->

  <xsl:template match="/r:report">
    <html lang="en">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="generator" content="LayerAudit {r:provenance/@toolVersion}"/>
        <title>
          <xsl:call-template name="verdict-word"/>
          <xsl:text>: </xsl:text>
          <xsl:value-of select="r:title"/>
          <xsl:text> – LayerAudit report</xsl:text>
        </title>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the report</a>
        <header class="masthead">
          <p class="brand">LayerAudit<span> · Privacy audit of transferred layers</span></p>
          <h1><bdi><xsl:value-of select="r:title"/></bdi></h1>
          <p class="dateline">
            <xsl:call-template name="moment"><xsl:with-param name="at" select="r:provenance/@finished"/></xsl:call-template>
            <xsl:text> · policy </xsl:text>
            <bdi><xsl:value-of select="r:policy/@id"/></bdi>
            <xsl:text> · profile </xsl:text>
            <bdi><xsl:value-of select="r:provenance/@profile"/></bdi>
            <xsl:text> · version </xsl:text>
            <xsl:value-of select="r:provenance/@toolVersion"/>
          </p>
        </header>
        <div class="page">
          <xsl:call-template name="contents"/>
          <main id="main" tabindex="-1">
            <xsl:call-template name="officer"/>
            <xsl:call-template name="dpia"/>
            <xsl:call-template name="annex"/>
          </main>
        </div>
        <footer>
          <p>
            <xsl:text>Made from report.xml by LayerAudit </xsl:text>
            <xsl:value-of select="r:provenance/@toolVersion"/>
            <xsl:text>. report.xml holds every number in full precision; collapsed tables are not printed.</xsl:text>
          </p>
          <p><xsl:call-template name="disclaimer"/></p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="contents">
    <nav aria-label="Contents">
      <details open="open">
        <summary>Contents</summary>
        <ol>
          <li><a href="#officer">For the decision</a>
            <ol>
              <li><a href="#glance">At a glance</a></li>
              <li><a href="#release">Release under review</a></li>
              <li><a href="#gates">Gates</a></li>
              <li><a href="#tested">Tested, and not tested</a></li>
              <li><a href="#worst">Who is worst affected</a></li>
              <li><a href="#findings">Findings</a></li>
              <li><a href="#todo">What to do</a></li>
              <li><a href="#residual">Residual risk and limits</a></li>
              <li><a href="#signoff">Sign-off</a></li>
            </ol>
          </li>
          <li><a href="#dpia">For the DPIA</a></li>
          <li><a href="#annex">Technical annex</a>
            <ol>
              <li><a href="#model">Model</a></li>
              <li><a href="#leaving">File that would leave</a></li>
              <li><a href="#data">Data</a></li>
              <li><a href="#adversary">Adversary</a></li>
              <li><a href="#methods">Attacks</a></li>
              <li><a href="#outcomes">Outcomes</a></li>
              <li><a href="#contributions">What the layers add</a></li>
              <li><a href="#measurements">Measurements</a></li>
              <li><a href="#classes">Results per class</a></li>
              <li><a href="#figures">Figures</a></li>
              <li><a href="#checks">Validity checks</a></li>
              <li><a href="#skips">Not run</a></li>
              <li><a href="#shadows">Shadow and target models</a></li>
              <li><a href="#law">Legal mapping</a></li>
              <li><a href="#provenance">Provenance</a></li>
            </ol>
          </li>
        </ol>
      </details>
    </nav>
  </xsl:template>

  <!-- The officer's part -->

  <xsl:template name="officer">
    <section aria-labelledby="officer" class="part">
      <h2 id="officer">For the decision</h2>
      <div class="verdict {r:verdict/@result}">
        <p class="stamp">
          <span class="mark" aria-hidden="true"/>
          <xsl:call-template name="verdict-word"/>
        </p>
        <div>
          <p class="reason"><bdi><xsl:value-of select="r:verdict/r:reason"/></bdi></p>
          <p class="small">
            <xsl:text>Exit code </xsl:text>
            <xsl:value-of select="r:verdict/@exitCode"/>
            <xsl:text> (</xsl:text>
            <xsl:call-template name="verdict-meaning"/>
            <xsl:text>). Testing is evidence only against the attacks tested. </xsl:text>
            <xsl:call-template name="disclaimer"/>
          </p>
        </div>
      </div>
      <xsl:if test="r:verdict/r:missing">
        <p class="notice">
          <strong>Required by the policy but not run: </strong>
          <xsl:for-each select="r:verdict/r:missing">
            <bdi><code><xsl:value-of select="."/></code></bdi>
            <xsl:if test="position() != last()">, </xsl:if>
          </xsl:for-each>
          <xsl:text>. What has not run never counts as a pass.</xsl:text>
        </p>
      </xsl:if>
      <p class="lede">
        <xsl:text>This audit asks: could somebody who receives the </xsl:text>
        <dfn>transferred layers</dfn>
        <xsl:text> (the first part of the model, which would be shared) tell who was in the training data? A </xsl:text>
        <dfn>member</dfn>
        <xsl:text> is a record that was in the training data of the </xsl:text>
        <dfn>source model</dfn>
        <xsl:text> (the owner’s model, from which the layers come); a </xsl:text>
        <dfn>non-member</dfn>
        <xsl:text> is one that was not. </xsl:text>
        <dfn>Membership inference</dfn>
        <xsl:text> is telling the two apart. </xsl:text>
        <xsl:call-template name="evidence-sentence"/>
      </p>
      <xsl:call-template name="glance"/>
      <xsl:call-template name="release"/>
      <xsl:call-template name="gates"/>
      <xsl:call-template name="tested"/>
      <xsl:call-template name="worst"/>
      <xsl:call-template name="findings"/>
      <xsl:call-template name="todo"/>
      <xsl:call-template name="residual"/>
      <xsl:call-template name="signoff"/>
    </section>
  </xsl:template>

  <xsl:template name="evidence-sentence">
    <xsl:choose>
      <xsl:when test="not($worked)">
        <strong>No attack gave a result from which anything could be concluded about the model.</strong>
      </xsl:when>
      <xsl:when test="$leaks">
        <strong>
          <xsl:text>The evidence is consistent with leakage of membership: </xsl:text>
          <xsl:value-of select="count($leaks)"/>
          <xsl:text> of </xsl:text>
          <xsl:value-of select="count($worked)"/>
          <xsl:text> working combinations of attack, approach and shadow size told members from non-members.</xsl:text>
        </strong>
      </xsl:when>
      <xsl:otherwise>
        <strong>
          <xsl:text>The evidence is not consistent with leakage of membership through the attacks tested (</xsl:text>
          <xsl:value-of select="count($worked)"/>
          <xsl:text> working combinations of attack, approach and shadow size).</xsl:text>
        </strong>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="glance">
    <h3 id="glance">At a glance</h3>
    <dl class="facts">
      <div>
        <dt>Gates</dt>
        <dd>
          <xsl:value-of select="count(r:gates/r:gateResult[@result = 'fail'])"/>
          <xsl:text> fail</xsl:text>
          <xsl:if test="r:gates/r:gateResult[@result = 'fail'][@waived = 'true']">
            <xsl:text> (of these waived: </xsl:text>
            <xsl:value-of select="count(r:gates/r:gateResult[@result = 'fail'][@waived = 'true'])"/>
            <xsl:text>)</xsl:text>
          </xsl:if>
          <xsl:text>, </xsl:text>
          <xsl:value-of select="count(r:gates/r:gateResult[@result = 'inconclusive'])"/>
          <xsl:text> inconclusive, </xsl:text>
          <xsl:value-of select="count(r:gates/r:gateResult[@result = 'pass'])"/>
          <xsl:text> pass</xsl:text>
        </dd>
      </div>
      <div>
        <dt>Findings</dt>
        <dd><xsl:call-template name="finding-counts"/></dd>
      </div>
      <div>
        <dt>Tested</dt>
        <dd>
          <xsl:value-of select="count(r:coverage/r:kind[@ran = 'true'])"/>
          <xsl:text> of </xsl:text>
          <xsl:value-of select="count(r:coverage/r:kind)"/>
          <xsl:text> kinds of attack on the EDPB’s list; </xsl:text>
          <xsl:value-of select="count(r:skips/r:skip)"/>
          <xsl:text> skipped</xsl:text>
        </dd>
      </div>
      <div>
        <dt>Validity checks</dt>
        <dd>
          <xsl:value-of select="count(r:checks/r:check[@result = 'pass'])"/>
          <xsl:text> pass, </xsl:text>
          <xsl:value-of select="count(r:checks/r:check[@result = 'fail'])"/>
          <xsl:text> fail, </xsl:text>
          <xsl:value-of select="count(r:checks/r:check[@result = 'not-run'])"/>
          <xsl:text> not run</xsl:text>
        </dd>
      </div>
      <xsl:if test="r:recommendations/r:recommendation[@helps = 'true']">
        <div class="wide">
          <dt>First step</dt>
          <dd>
            <bdi><xsl:value-of select="r:recommendations/r:recommendation[@helps = 'true'][1]/r:title"/></bdi>
            <xsl:text> (</xsl:text><a href="#todo">what to do</a><xsl:text>)</xsl:text>
          </dd>
        </div>
      </xsl:if>
      <div class="wide">
        <dt>Risk measured</dt>
        <dd><xsl:call-template name="residual-figure"/></dd>
      </div>
    </dl>
  </xsl:template>

  <xsl:template name="finding-counts">
    <xsl:value-of select="count(r:findings/r:finding[@severity = 'critical'])"/>
    <xsl:text> critical, </xsl:text>
    <xsl:value-of select="count(r:findings/r:finding[@severity = 'high'])"/>
    <xsl:text> high, </xsl:text>
    <xsl:value-of select="count(r:findings/r:finding[@severity = 'medium'])"/>
    <xsl:text> medium, </xsl:text>
    <xsl:value-of select="count(r:findings/r:finding[@severity = 'low'])"/>
    <xsl:text> low</xsl:text>
  </xsl:template>

  <xsl:template name="release">
    <h3 id="release">Release under review</h3>
    <dl class="facts">
      <div>
        <dt>From</dt>
        <dd><xsl:call-template name="stated"><xsl:with-param name="text" select="r:context/@controller"/></xsl:call-template></dd>
      </div>
      <div>
        <dt>To</dt>
        <dd>
          <xsl:call-template name="stated"><xsl:with-param name="text" select="r:context/@recipient"/></xsl:call-template>
          <xsl:text>; </xsl:text>
          <xsl:choose>
            <xsl:when test="r:context/@release = 'internal'">internal: within the organisation</xsl:when>
            <xsl:when test="r:context/@release = 'partner'">partner: a named partner under contract</xsl:when>
            <xsl:otherwise>public: anybody</xsl:otherwise>
          </xsl:choose>
        </dd>
      </div>
      <div>
        <dt>What would leave</dt>
        <dd>
          <xsl:text>layers up to </xsl:text>
          <bdi><code><xsl:value-of select="r:model/@cut"/></code></bdi>
          <xsl:text>: </xsl:text>
          <xsl:apply-templates select="r:model/@transferredParameters" mode="count"/>
          <xsl:text> of </xsl:text>
          <xsl:apply-templates select="r:model/@parameters" mode="count"/>
          <xsl:text> parameters of </xsl:text>
          <bdi><xsl:value-of select="r:model/@name"/></bdi>
          <xsl:if test="r:transferred/r:layerComparison[@result != 'identical']">
            <xsl:text> — </xsl:text>
            <a href="#leaving">the file that would leave differs from the source model</a>
          </xsl:if>
        </dd>
      </div>
      <div>
        <dt>Personal data</dt>
        <dd>
          <xsl:choose>
            <xsl:when test="r:context/r:dataCategory">
              <xsl:for-each select="r:context/r:dataCategory">
                <bdi><xsl:value-of select="."/></bdi>
                <xsl:if test="position() != last()">, </xsl:if>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>no category stated</xsl:otherwise>
          </xsl:choose>
        </dd>
      </div>
      <div>
        <dt>Audited records</dt>
        <dd>
          <xsl:value-of select="format-number($members, '#,##0')"/>
          <xsl:text> members, </xsl:text>
          <xsl:value-of select="format-number($nonMembers, '#,##0')"/>
          <xsl:text> non-members</xsl:text>
        </dd>
      </div>
      <div>
        <dt>Source model file</dt>
        <dd>
          <xsl:choose>
            <xsl:when test="r:provenance/r:file[@role = 'source model']">
              <xsl:for-each select="r:provenance/r:file[@role = 'source model']">
                <bdi><code><xsl:value-of select="@name"/></code></bdi>
                <xsl:text>, SHA-256 </xsl:text>
                <code><xsl:value-of select="substring(@sha256, 1, 16)"/>…</code>
                <xsl:if test="position() != last()">; </xsl:if>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>no digest recorded</xsl:otherwise>
          </xsl:choose>
        </dd>
      </div>
      <div class="wide">
        <dt>Policy</dt>
        <dd>
          <bdi><xsl:value-of select="r:policy/r:title"/></bdi>
          <xsl:text>. </xsl:text>
          <bdi><xsl:value-of select="r:policy/r:purpose"/></bdi>
          <xsl:if test="r:policy/r:limits != ''">
            <xsl:text> Not covered: </xsl:text>
            <bdi><xsl:value-of select="r:policy/r:limits"/></bdi>
          </xsl:if>
        </dd>
      </div>
    </dl>
  </xsl:template>

  <xsl:template name="gates">
    <h3 id="gates">Gates: what was measured against what the policy allows</h3>
    <xsl:choose>
      <xsl:when test="r:gates/r:gateResult">
        <div class="scroll" role="region" tabindex="0" aria-labelledby="gates">
          <table class="gates">
            <caption>
              <xsl:text>One row per gate. Measured: the worst value over the attacks the gate looks at, with its </xsl:text>
              <dfn>interval</dfn>
              <xsl:text> in brackets, the range in which the true value lies with the confidence stated.</xsl:text>
            </caption>
            <thead>
              <tr>
                <th scope="col">Gate</th>
                <th scope="col">Result</th>
                <th scope="col">Measured [interval]</th>
                <th scope="col">Threshold</th>
                <th scope="col">Decided by, and the attacker’s cost</th>
              </tr>
            </thead>
            <tbody>
              <xsl:apply-templates select="r:gates/r:gateResult"/>
            </tbody>
          </table>
        </div>
        <p class="small">
          <xsl:text>A gate passes only if its whole interval is on the allowed side of the threshold, fails only if the
          whole interval is on the other side, and is inconclusive otherwise, or when a validity check it rests on
          failed. There is no official numeric threshold; each gate’s rationale says where its number comes from.</xsl:text>
        </p>
        <details>
          <summary>Where each threshold comes from</summary>
          <dl class="terms">
            <xsl:for-each select="r:gates/r:gateResult">
              <div>
                <dt><bdi><xsl:value-of select="r:title"/></bdi></dt>
                <dd><bdi><xsl:value-of select="r:rationale"/></bdi></dd>
              </div>
            </xsl:for-each>
          </dl>
        </details>
        <dl class="terms">
          <xsl:for-each select="r:gates/r:gateResult[generate-id() = generate-id(key('gateStatistic', @statistic)[1])]">
            <div>
              <dt><dfn><xsl:call-template name="statistic"/></dfn></dt>
              <dd><xsl:call-template name="statistic-plain"/></dd>
            </div>
          </xsl:for-each>
        </dl>
      </xsl:when>
      <xsl:otherwise>
        <p class="notice">No gate judged this audit, so nothing here counts as a pass.</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:gateResult">
    <tr>
      <th scope="row">
        <span class="name"><bdi><xsl:value-of select="r:title"/></bdi></span>
        <span class="sub">
          <bdi><code><xsl:value-of select="@gate"/></code></bdi>
          <xsl:text> · severity </xsl:text>
          <xsl:value-of select="@severity"/>
          <xsl:text> · </xsl:text>
          <bdi><xsl:value-of select="r:legalBasis"/></bdi>
        </span>
      </th>
      <td>
        <xsl:call-template name="badge"><xsl:with-param name="of" select="@result"/></xsl:call-template>
        <xsl:if test="r:waiver">
          <span class="sub">
            <xsl:choose>
              <xsl:when test="@waived = 'true'"><strong>Waived</strong> until </xsl:when>
              <xsl:otherwise>Waiver does not count; it ran until </xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="r:waiver/@expires"/>
            <xsl:text> by </xsl:text>
            <bdi><xsl:value-of select="r:waiver/@approver"/></bdi>
            <xsl:text>: </xsl:text>
            <bdi><xsl:value-of select="r:waiver/r:reason"/></bdi>
          </span>
        </xsl:if>
      </td>
      <td class="number">
        <xsl:call-template name="statistic"/>
        <xsl:text> </xsl:text>
        <strong>
          <xsl:apply-templates select="@measured" mode="number"/>
        </strong>
        <span class="sub"><xsl:call-template name="interval"/></span>
      </td>
      <td class="number">
        <xsl:choose>
          <xsl:when test="@bound = 'at-most'">at most </xsl:when>
          <xsl:otherwise>at least </xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="@threshold" mode="number"/>
        <span class="sub">
          <xsl:text>at </xsl:text>
          <xsl:apply-templates select="@confidence" mode="percent"/>
          <xsl:text> confidence</xsl:text>
        </span>
      </td>
      <td>
        <xsl:choose>
          <xsl:when test="@attack">
            <xsl:call-template name="combination"/>
            <span class="sub"><xsl:call-template name="cost"/></span>
          </xsl:when>
          <xsl:otherwise>no measurement</xsl:otherwise>
        </xsl:choose>
        <span class="sub">
          <bdi><xsl:value-of select="r:sentence"/></bdi>
          <xsl:if test="@recordsToDecide">
            <xsl:text> About </xsl:text>
            <xsl:apply-templates select="@recordsToDecide" mode="count"/>
            <xsl:text> members and as many non-members would decide it.</xsl:text>
          </xsl:if>
          <xsl:if test="@note">
            <xsl:text> Note: </xsl:text><bdi><xsl:value-of select="@note"/></bdi>
          </xsl:if>
        </span>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="tested">
    <h3 id="tested">What was tested, and what was not</h3>
    <xsl:choose>
      <xsl:when test="r:coverage/r:kind">
        <div class="scroll" role="region" tabindex="0" aria-label="Coverage">
          <table>
            <caption>The kinds of attack that the European Data Protection Board expects to see tested (Opinion 28/2024, paragraph 55).</caption>
            <thead>
              <tr><th scope="col">Kind of attack</th><th scope="col">Status</th><th scope="col">In this audit</th></tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:coverage/r:kind">
                <tr>
                  <th scope="row"><bdi><xsl:value-of select="@name"/></bdi></th>
                  <td>
                    <xsl:choose>
                      <xsl:when test="@ran = 'true'"><span class="badge ran">RUN</span></xsl:when>
                      <xsl:otherwise><span class="badge not-run">NOT RUN</span></xsl:otherwise>
                    </xsl:choose>
                  </td>
                  <td><bdi><xsl:value-of select="."/></bdi></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <p class="notice">The record holds no coverage table: none of the EDPB’s kinds of attack may be taken as tested.</p>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="r:outcomes/r:outcome">
      <div class="scroll" role="region" tabindex="0" aria-label="Results per attack and approach">
        <table>
          <caption>
            <xsl:text>What became of each attack. The adversary trains </xsl:text>
            <dfn>shadow models</dfn>
            <xsl:text>, imitations whose members it knows, to learn the signs of membership; the </xsl:text>
            <dfn>approach</dfn>
            <xsl:text> is how they use the transferred layers. Three results that look alike are told apart:
            “leaks”, “no evidence” (the attack worked on its own shadow models but not on this model) and “did not learn”
            (it says nothing about this model). × counts shadow sizes.</xsl:text>
          </caption>
          <thead>
            <tr>
              <th scope="col">Attack</th>
              <th scope="col">baseline: layers not used</th>
              <th scope="col">freezing: layers fixed</th>
              <th scope="col">fine-tuning: layers as a start</th>
              <th scope="col">no shadow model</th>
            </tr>
          </thead>
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
        <strong>What the transferred layers add: </strong>
        <xsl:choose>
          <xsl:when test="$stronger">
            <xsl:text>in </xsl:text>
            <xsl:value-of select="count($stronger)"/>
            <xsl:text> of </xsl:text>
            <xsl:value-of select="count(r:contributions/r:contribution)"/>
            <xsl:text> comparisons the attack is stronger with the layers than without them (</xsl:text>
            <a href="#contributions">by how much</a>
            <xsl:text>). The other comparisons show no difference, or a weaker attack.</xsl:text>
          </xsl:when>
          <xsl:otherwise>
            <xsl:text>in none of </xsl:text>
            <xsl:value-of select="count(r:contributions/r:contribution)"/>
            <xsl:text> comparisons is the attack clearly stronger with the layers than without them (</xsl:text>
            <a href="#contributions">the figures</a>
            <xsl:text>): what leaks, leaks from the source model’s answers already.</xsl:text>
          </xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:if>
    <xsl:if test="r:skips/r:skip">
      <p>
        <strong>Not run</strong>
        <xsl:text> (</xsl:text>
        <a href="#skips">what would make it run</a>
        <xsl:text>):</xsl:text>
      </p>
      <ul>
        <xsl:for-each select="r:skips/r:skip">
          <li>
            <bdi><code><xsl:value-of select="@id"/></code></bdi>
            <xsl:text> – </xsl:text>
            <bdi><xsl:value-of select="r:reason"/></bdi>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:if test="r:checks/r:check[@result != 'pass']">
      <p class="notice">
        <strong>Validity: </strong>
        <xsl:for-each select="r:checks/r:check[@result != 'pass']">
          <bdi><xsl:value-of select="r:title"/></bdi>
          <xsl:choose>
            <xsl:when test="@result = 'fail'"> – failed</xsl:when>
            <xsl:otherwise> – not run</xsl:otherwise>
          </xsl:choose>
          <xsl:if test="position() != last()">; </xsl:if>
        </xsl:for-each>
        <xsl:text>. See </xsl:text>
        <a href="#checks">the validity checks</a>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="states">
    <xsl:param name="approach"/>
    <xsl:variable name="all" select="key('outcome', concat(@attack, '|', $approach))"/>
    <xsl:if test="not($all)">
      <xsl:choose>
        <xsl:when test="key('attack', @attack) and not(key('attack', @attack)/r:runsUnder[. = $approach])">
          <span class="absent">does not apply</span>
        </xsl:when>
        <xsl:otherwise><span class="absent">not run</span></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
    <xsl:if test="$all[@state = 'leaks']">
      <span class="badge leaks">leaks ×<xsl:value-of select="count($all[@state = 'leaks'])"/></span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="$all[@state = 'no-evidence']">
      <span class="badge no-evidence">no evidence ×<xsl:value-of select="count($all[@state = 'no-evidence'])"/></span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="$all[@state = 'did-not-learn']">
      <span class="badge did-not-learn">did not learn ×<xsl:value-of select="count($all[@state = 'did-not-learn'])"/></span>
    </xsl:if>
  </xsl:template>

  <xsl:template name="worst">
    <h3 id="worst">Who is worst affected</h3>
    <xsl:variable name="judged" select="r:classMeasurements/r:classMeasurement[not(@attack = $controls/@id)]"/>
    <xsl:choose>
      <xsl:when test="$judged">
        <xsl:for-each select="$judged">
          <xsl:sort select="@low" data-type="number" order="descending"/>
          <xsl:sort select="@accuracy" data-type="number" order="descending"/>
          <xsl:if test="position() = 1">
            <p>
              <xsl:text>An average hides people. Most exposed is class </xsl:text>
              <strong><bdi><xsl:value-of select="@class"/></bdi></strong>
              <xsl:text>: </xsl:text>
              <xsl:call-template name="attack-name"/>
              <xsl:text> (</xsl:text>
              <xsl:call-template name="setting"/>
              <xsl:text>) is right about </xsl:text>
              <strong><xsl:apply-templates select="@accuracy" mode="percent"/></strong>
              <xsl:text> of its records </xsl:text>
              <xsl:call-template name="interval"/>
              <xsl:text>, where guessing is right about half. The attacker’s cost: </xsl:text>
              <xsl:call-template name="cost"/>
              <xsl:text>.</xsl:text>
            </p>
            <xsl:call-template name="class-table">
              <xsl:with-param name="rows" select="key('class', concat(@attack, '|', @approach, '|', @shadowSize))"/>
              <xsl:with-param name="limit" select="5"/>
              <xsl:with-param name="caption" select="'The five most exposed classes under that attack, by the lower end of the interval, so that a small class does not look worst by chance.'"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <p>No result per class was recorded, so this report cannot say who is worst affected.</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="findings">
    <h3 id="findings">Findings, gravest first</h3>
    <xsl:choose>
      <xsl:when test="r:findings/r:finding">
        <ol class="cards">
          <xsl:apply-templates select="r:findings/r:finding[@severity = 'critical']"/>
          <xsl:apply-templates select="r:findings/r:finding[@severity = 'high']"/>
          <xsl:apply-templates select="r:findings/r:finding[@severity = 'medium']"/>
          <xsl:apply-templates select="r:findings/r:finding[@severity = 'low']"/>
        </ol>
      </xsl:when>
      <xsl:otherwise><p>None. That no finding was made is not evidence against attacks that were not tested.</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:finding">
    <li class="card {@severity}">
      <p class="card-title">
        <span class="badge {@severity}"><xsl:value-of select="@severity"/></span>
        <xsl:text> </xsl:text>
        <strong><bdi><xsl:value-of select="r:title"/></bdi></strong>
      </p>
      <p><bdi><xsl:value-of select="r:evidence"/></bdi></p>
      <p><strong>First: </strong><bdi><xsl:value-of select="r:remedy"/></bdi></p>
      <p class="small">
        <bdi><code><xsl:value-of select="@id"/></code></bdi>
        <xsl:if test="@gate">
          <xsl:text> · gate </xsl:text><bdi><code><xsl:value-of select="@gate"/></code></bdi>
        </xsl:if>
        <xsl:text> · </xsl:text>
        <bdi><xsl:value-of select="r:legalBasis"/></bdi>
      </p>
    </li>
  </xsl:template>

  <xsl:template name="todo">
    <h3 id="todo">What to do, in this order</h3>
    <xsl:choose>
      <xsl:when test="r:recommendations/r:recommendation[@helps = 'true']">
        <ol class="steps">
          <xsl:apply-templates select="r:recommendations/r:recommendation[@helps = 'true']"/>
        </ol>
      </xsl:when>
      <xsl:otherwise><p>No countermeasure is recommended.</p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="r:recommendations/r:recommendation[@helps = 'false']">
      <h4>What does not help here, and why</h4>
      <ul class="steps">
        <xsl:apply-templates select="r:recommendations/r:recommendation[@helps = 'false']"/>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:recommendation">
    <li>
      <p>
        <strong><bdi><xsl:value-of select="r:title"/></bdi></strong>
        <span class="tag"><bdi><xsl:value-of select="r:heading"/></bdi></span>
      </p>
      <p><bdi><xsl:value-of select="r:sentence"/></bdi></p>
      <xsl:if test="r:caveat != ''">
        <p><strong>Mind: </strong><bdi><xsl:value-of select="r:caveat"/></bdi></p>
      </xsl:if>
      <p class="small">
        <bdi><code><xsl:value-of select="@countermeasure"/></code></bdi>
        <xsl:if test="r:reference != ''">
          <xsl:text> · </xsl:text><bdi><xsl:value-of select="r:reference"/></bdi>
        </xsl:if>
        <xsl:if test="r:answers">
          <xsl:text> · answers </xsl:text>
          <xsl:for-each select="r:answers">
            <bdi><code><xsl:value-of select="."/></code></bdi>
            <xsl:if test="position() != last()">, </xsl:if>
          </xsl:for-each>
        </xsl:if>
      </p>
    </li>
  </xsl:template>

  <xsl:template name="residual">
    <h3 id="residual">Residual risk and limits</h3>
    <ul>
      <li>
        <strong>As measured today: </strong>
        <xsl:call-template name="residual-figure"/>
      </li>
      <li>
        <strong>After measures: </strong>
        <xsl:text>not measured. What a measure leaves of the risk is known only after the audit is repeated with the
        measure in place.</xsl:text>
      </li>
      <li>
        <strong>Not tested: </strong>
        <xsl:choose>
          <xsl:when test="r:coverage/r:kind[@ran = 'false']">
            <xsl:for-each select="r:coverage/r:kind[@ran = 'false']">
              <bdi><xsl:value-of select="@name"/></bdi>
              <xsl:if test="position() != last()">, </xsl:if>
            </xsl:for-each>
            <xsl:text>. The risk from these is unknown.</xsl:text>
          </xsl:when>
          <xsl:when test="r:coverage/r:kind">every kind on the EDPB’s list had at least one attack; other attacks of the same kind may do better.</xsl:when>
          <xsl:otherwise>everything: the record holds no coverage table.</xsl:otherwise>
        </xsl:choose>
      </li>
      <li>
        <strong>Limit of testing: </strong>
        <xsl:text>testing is evidence only against the attacks tested, with the resources stated. A stronger or a later
        attack may succeed where these did not.</xsl:text>
      </li>
      <li><xsl:call-template name="disclaimer"/></li>
    </ul>
  </xsl:template>

  <xsl:template name="residual-figure">
    <xsl:variable name="aucs" select="r:measurements/r:measurement[@statistic = 'auc'][@value][not(@attack = $controls/@id)]"/>
    <xsl:choose>
      <xsl:when test="$aucs">
        <xsl:for-each select="$aucs">
          <xsl:sort select="@low" data-type="number" order="descending"/>
          <xsl:sort select="@value" data-type="number" order="descending"/>
          <xsl:if test="position() = 1">
            <xsl:text>the strongest attack, </xsl:text>
            <xsl:call-template name="attack-name"/>
            <xsl:text> (</xsl:text>
            <xsl:call-template name="setting"/>
            <xsl:text>), ranks a member above a non-member with probability </xsl:text>
            <xsl:apply-templates select="@value" mode="number"/>
            <xsl:text> </xsl:text>
            <xsl:call-template name="interval"/>
            <xsl:text>; 0.5 is guessing. If the layers leave as they are, this remains.</xsl:text>
          </xsl:if>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>no attack was measured, so the risk is unknown.</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="signoff">
    <h3 id="signoff">Sign-off</h3>
    <table class="signoff">
      <caption>To be completed by the person who decides.</caption>
      <tbody>
        <tr><th scope="row">Name</th><td/><th scope="row">Role</th><td/></tr>
        <tr><th scope="row">Date</th><td/><th scope="row">Signature</th><td/></tr>
        <tr>
          <th scope="row">Decision</th>
          <td colspan="3">
            <span class="choice">release as it is</span>
            <span class="choice">release under the conditions below</span>
            <span class="choice">do not release</span>
          </td>
        </tr>
        <tr class="tall"><th scope="row">Conditions</th><td colspan="3"/></tr>
      </tbody>
    </table>
  </xsl:template>

  <!-- The DPIA's part -->

  <xsl:template name="dpia">
    <section aria-labelledby="dpia" class="part">
      <h2 id="dpia">For the data protection impact assessment</h2>
      <p>Named after GDPR Art. 35(7)(a)–(d). The audit fills in what it knows; lines marked “to complete” are the controller’s.</p>

      <h3>Art. 35(7)(a): the envisaged processing operations and their purposes</h3>
      <p>
        <xsl:call-template name="stated"><xsl:with-param name="text" select="r:context/@controller"/></xsl:call-template>
        <xsl:text> would share the layers of </xsl:text>
        <bdi><xsl:value-of select="r:model/@name"/></bdi>
        <xsl:text> up to </xsl:text>
        <bdi><code><xsl:value-of select="r:model/@cut"/></code></bdi>
        <xsl:text> with </xsl:text>
        <xsl:call-template name="stated"><xsl:with-param name="text" select="r:context/@recipient"/></xsl:call-template>
        <xsl:text> (release: </xsl:text>
        <xsl:value-of select="r:context/@release"/>
        <xsl:text>). A model, or layers, trained on personal data may themselves be personal data (GDPR Art. 4(1), recital 26).</xsl:text>
      </p>
      <p class="complete">To complete: the purpose of sharing, and the legitimate interest pursued where applicable.</p>

      <h3>Art. 35(7)(b): necessity and proportionality</h3>
      <p>
        <xsl:text>Minimisation (Art. 5(1)(c), 25(1)): </xsl:text>
        <xsl:value-of select="count(r:model/r:layer[@transferred = 'true'])"/>
        <xsl:text> of </xsl:text>
        <xsl:value-of select="count(r:model/r:layer)"/>
        <xsl:text> layers would leave. This audit measures one cut; whether fewer layers would serve the recipient, and what they would leak, takes an audit per cut.</xsl:text>
      </p>
      <xsl:call-template name="ratios"/>
      <p class="complete">To complete: why the recipient needs these layers and not fewer.</p>

      <h3>Art. 35(7)(c): risks to the rights and freedoms of data subjects</h3>
      <p>
        <xsl:call-template name="evidence-sentence"/>
        <xsl:text> </xsl:text>
        <xsl:text>Findings: </xsl:text>
        <xsl:call-template name="finding-counts"/>
        <xsl:text> </xsl:text>
        <xsl:text>(</xsl:text><a href="#findings">list</a><xsl:text>). </xsl:text>
        <xsl:text>Worst affected: </xsl:text><a href="#worst">see above</a>
        <xsl:text>. What disclosure of membership means for a person depends on what the data set stands for; with
        special categories (Art. 9(1)) membership alone can disclose them.</xsl:text>
      </p>
      <p class="complete">To complete: what membership in this data set discloses about a person.</p>

      <h3>Art. 35(7)(d): measures envisaged to address the risks</h3>
      <xsl:choose>
        <xsl:when test="r:recommendations/r:recommendation[@helps = 'true']">
          <ol>
            <xsl:for-each select="r:recommendations/r:recommendation[@helps = 'true']">
              <li>
                <bdi><xsl:value-of select="r:title"/></bdi>
                <span class="tag"><bdi><xsl:value-of select="r:heading"/></bdi></span>
              </li>
            </xsl:for-each>
          </ol>
        </xsl:when>
        <xsl:otherwise><p>The audit recommends none.</p></xsl:otherwise>
      </xsl:choose>
      <p>Regular testing (Art. 32(1)(d)): the same command repeats this audit on every new model and returns an exit code that a release pipeline can act on.</p>
      <p class="complete">To complete: which measures are taken, by whom and by when; the residual risk after them.</p>
    </section>
  </xsl:template>

  <xsl:template name="ratios">
    <div class="scroll" role="region" tabindex="0" aria-label="Parameters and training records">
      <table>
        <caption>Parameters against audited training records (EDPB Opinion 28/2024, paragraph 58(e)). If only part of the training data was audited, the true ratio is lower.</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Parameters</th>
            <th scope="col">Members</th>
            <th scope="col">Parameters per member</th>
          </tr>
        </thead>
        <tbody>
          <xsl:call-template name="ratio">
            <xsl:with-param name="part" select="'whole source model'"/>
            <xsl:with-param name="parameters" select="r:model/@parameters"/>
          </xsl:call-template>
          <xsl:call-template name="ratio">
            <xsl:with-param name="part" select="'transferred layers'"/>
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
      <td class="number"><xsl:value-of select="format-number($members, '#,##0')"/></td>
      <td class="number">
        <xsl:choose>
          <xsl:when test="$members &gt; 0"><xsl:value-of select="format-number($parameters div $members, '#,##0.000')"/></xsl:when>
          <xsl:otherwise>–</xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>

  <!-- The annex -->

  <xsl:template name="annex">
    <section aria-labelledby="annex" class="part">
      <h2 id="annex">Technical annex</h2>
      <xsl:apply-templates select="r:model"/>
      <xsl:apply-templates select="r:transferred"/>
      <xsl:apply-templates select="r:data"/>
      <xsl:call-template name="adversary"/>
      <xsl:apply-templates select="r:attacks"/>
      <xsl:apply-templates select="r:outcomes"/>
      <xsl:apply-templates select="r:contributions"/>
      <xsl:apply-templates select="r:measurements"/>
      <xsl:apply-templates select="r:classMeasurements"/>
      <xsl:apply-templates select="r:figures"/>
      <xsl:apply-templates select="r:checks"/>
      <xsl:apply-templates select="r:skips"/>
      <xsl:apply-templates select="r:shadows"/>
      <xsl:call-template name="law"/>
      <xsl:apply-templates select="r:provenance"/>
    </section>
  </xsl:template>

  <xsl:template match="r:model">
    <h3 id="model">Model</h3>
    <p>
      <bdi><xsl:value-of select="@name"/></bdi>
      <xsl:text>, </xsl:text>
      <bdi><xsl:value-of select="@format"/></bdi>
      <xsl:text>; input </xsl:text>
      <bdi><xsl:value-of select="@inputShape"/></bdi>
      <xsl:text>, </xsl:text>
      <xsl:value-of select="@classes"/>
      <xsl:text> classes. </xsl:text>
      <xsl:if test="@memberAccuracy and @nonMemberAccuracy">
        <xsl:text>Right about </xsl:text>
        <xsl:apply-templates select="@memberAccuracy" mode="percent"/>
        <xsl:text> of members and </xsl:text>
        <xsl:apply-templates select="@nonMemberAccuracy" mode="percent"/>
        <xsl:text> of non-members; the distance between the two is what over-fitting gives away.</xsl:text>
      </xsl:if>
      <xsl:if test="@note"><xsl:text> Note: </xsl:text><bdi><xsl:value-of select="@note"/></bdi></xsl:if>
    </p>
    <xsl:if test="r:layer">
      <details>
        <summary>
          <xsl:value-of select="count(r:layer)"/>
          <xsl:text> layers, </xsl:text>
          <xsl:value-of select="count(r:layer[@transferred = 'true'])"/>
          <xsl:text> transferred</xsl:text>
        </summary>
        <div class="scroll" role="region" tabindex="0" aria-label="Layers">
          <table>
            <caption>All layers in order; the transferred ones would leave.</caption>
            <thead>
              <tr>
                <th scope="col">Layer</th><th scope="col">Class</th><th scope="col">Output</th>
                <th scope="col">Parameters</th><th scope="col">Transferred</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:layer">
                <tr>
                  <xsl:if test="@transferred = 'true'"><xsl:attribute name="class">marked</xsl:attribute></xsl:if>
                  <th scope="row"><span class="name"><bdi><xsl:value-of select="@name"/></bdi></span></th>
                  <td><bdi><xsl:value-of select="@kind"/></bdi></td>
                  <td class="number"><bdi><xsl:value-of select="@outputShape"/></bdi></td>
                  <td class="number"><xsl:apply-templates select="@parameters" mode="count"/></td>
                  <td>
                    <xsl:choose>
                      <xsl:when test="@transferred = 'true'"><strong>transferred</strong></xsl:when>
                      <xsl:otherwise>stays</xsl:otherwise>
                    </xsl:choose>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </details>
    </xsl:if>
    <xsl:for-each select="..">
      <h4>Parameters and training records</h4>
      <xsl:call-template name="ratios"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="r:transferred">
    <h3 id="leaving">The file that would leave</h3>
    <xsl:choose>
      <xsl:when test="not(r:layerComparison)">
        <p>The manifest names no file; the layers were taken from the source model.</p>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:text>Layers identical to the source model’s: </xsl:text>
          <xsl:value-of select="count(r:layerComparison[@result = 'identical'])"/>
          <xsl:text>; changed: </xsl:text>
          <xsl:value-of select="count(r:layerComparison[@result = 'changed'])"/>
          <xsl:text>; missing: </xsl:text>
          <xsl:value-of select="count(r:layerComparison[@result = 'missing'])"/>
          <xsl:text>; beyond the cut: </xsl:text>
          <xsl:value-of select="count(r:layerComparison[@result = 'beyond-cut'])"/>
          <xsl:text>.</xsl:text>
          <xsl:if test="r:layerComparison[@result = 'beyond-cut']">
            <strong> More would leave than the manifest says.</strong>
          </xsl:if>
        </p>
        <div class="scroll" role="region" tabindex="0" aria-labelledby="leaving">
          <table>
            <caption>Layer by layer against the source model; those that differ first.</caption>
            <thead>
              <tr>
                <th scope="col">Layer</th><th scope="col">Comparison</th><th scope="col">Parameters</th>
                <th scope="col">Largest difference</th><th scope="col">Mean difference</th>
              </tr>
            </thead>
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
      <th scope="row"><span class="name"><bdi><xsl:value-of select="@layer"/></bdi></span></th>
      <td>
        <xsl:choose>
          <xsl:when test="@result = 'beyond-cut'"><span class="badge high">beyond the cut</span></xsl:when>
          <xsl:when test="@result = 'missing'"><span class="badge medium">missing</span></xsl:when>
          <xsl:when test="@result = 'changed'"><span class="badge medium">changed</span></xsl:when>
          <xsl:otherwise>identical</xsl:otherwise>
        </xsl:choose>
      </td>
      <td class="number"><xsl:apply-templates select="@parameters" mode="count"/></td>
      <td class="number"><xsl:apply-templates select="@largestDifference" mode="small-number"/></td>
      <td class="number"><xsl:apply-templates select="@meanDifference" mode="small-number"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="r:data">
    <h3 id="data">Data</h3>
    <xsl:choose>
      <xsl:when test="r:dataSet">
        <div class="scroll" role="region" tabindex="0" aria-labelledby="data">
          <table>
            <caption>
              <dfn>Shadow data</dfn>
              <xsl:text>: what the adversary holds, of the same kind as the training data but disjoint from it. The hash is taken over the contents of all records and labels.</xsl:text>
            </caption>
            <thead>
              <tr>
                <th scope="col">Set</th><th scope="col">Source</th><th scope="col">Records</th><th scope="col">Shape</th>
                <th scope="col">Per class</th><th scope="col">Content hash (SHA-256)</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:dataSet">
                <tr>
                  <th scope="row"><xsl:call-template name="role"/></th>
                  <td class="source"><span class="name"><bdi><xsl:value-of select="@source"/></bdi></span></td>
                  <td class="number"><xsl:apply-templates select="@records" mode="count"/></td>
                  <td class="number"><bdi><xsl:value-of select="@shape"/></bdi></td>
                  <td><span class="counts"><xsl:value-of select="r:perClass"/></span></td>
                  <td><code class="digest"><xsl:value-of select="@contentHash"/></code></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p>No data set was recorded.</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="adversary">
    <h3 id="adversary">Adversary</h3>
    <xsl:choose>
      <xsl:when test="r:attacks/r:attack">
        <div class="scroll" role="region" tabindex="0" aria-labelledby="adversary">
          <table>
            <caption>What each attack assumes: what the adversary can reach (access), and what it knows beforehand (knowledge).</caption>
            <thead>
              <tr>
                <th scope="col" rowspan="2">Attack</th>
                <th scope="colgroup" colspan="4">Access to</th>
                <th scope="colgroup" colspan="3">Knowledge of</th>
              </tr>
              <tr>
                <th scope="col">source model’s labels</th><th scope="col">source model’s scores</th>
                <th scope="col">transferred parameters</th><th scope="col">target model’s scores</th>
                <th scope="col">shadow data</th><th scope="col">source architecture</th><th scope="col">recipient’s training</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:attacks/r:attack">
                <tr>
                  <th scope="row">
                    <bdi><xsl:value-of select="r:title"/></bdi>
                    <xsl:if test="@control = 'true'"><span class="tag">control</span></xsl:if>
                  </th>
                  <td><xsl:call-template name="tick"><xsl:with-param name="if" select="r:access[@id = 'source-labels']"/></xsl:call-template></td>
                  <td><xsl:call-template name="tick"><xsl:with-param name="if" select="r:access[@id = 'source-scores']"/></xsl:call-template></td>
                  <td><xsl:call-template name="tick"><xsl:with-param name="if" select="r:access[@id = 'transferred-weights']"/></xsl:call-template></td>
                  <td><xsl:call-template name="tick"><xsl:with-param name="if" select="r:access[@id = 'target-scores']"/></xsl:call-template></td>
                  <td><xsl:call-template name="tick"><xsl:with-param name="if" select="r:knowledge[@id = 'shadow-data']"/></xsl:call-template></td>
                  <td><xsl:call-template name="tick"><xsl:with-param name="if" select="r:knowledge[@id = 'source-architecture']"/></xsl:call-template></td>
                  <td><xsl:call-template name="tick"><xsl:with-param name="if" select="r:knowledge[@id = 'target-training']"/></xsl:call-template></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p>No attack ran.</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:attacks">
    <h3 id="methods">Attacks: method</h3>
    <xsl:if test="not(r:attack)"><p>No attack ran.</p></xsl:if>
    <xsl:for-each select="r:attack">
      <h4>
        <bdi><xsl:value-of select="r:title"/></bdi>
        <span class="tag"><code><xsl:value-of select="@id"/></code></span>
        <xsl:if test="@control = 'true'"><span class="tag">control</span></xsl:if>
      </h4>
      <p>
        <bdi><xsl:value-of select="r:sentence"/></bdi>
        <xsl:if test="@control = 'true'">
          <xsl:text> As a control it stands beside every other attack: one that does not beat it has learned nothing more than it.</xsl:text>
        </xsl:if>
      </p>
      <p class="small">
        <bdi><xsl:value-of select="r:reference"/></bdi>
        <xsl:text> · Score: </xsl:text><bdi><xsl:value-of select="r:score"/></bdi>
        <xsl:text> · At least </xsl:text>
        <xsl:apply-templates select="@smallestSample" mode="count"/>
        <xsl:text> members and non-members</xsl:text>
        <xsl:if test="r:default">
          <xsl:text> · Defaults: </xsl:text>
          <xsl:for-each select="r:default">
            <bdi><xsl:value-of select="@name"/></bdi> = <bdi><xsl:value-of select="@value"/></bdi>
            <xsl:if test="position() != last()">; </xsl:if>
          </xsl:for-each>
        </xsl:if>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="r:outcomes">
    <h3 id="outcomes">Outcomes</h3>
    <xsl:choose>
      <xsl:when test="r:outcome">
        <p>
          <xsl:text>An accuracy of one half can mean three things, and a skipped attack is a fourth (</xsl:text>
          <a href="#skips">not run</a>
          <xsl:text>). The attack’s AUC on its own shadow records tells them apart: an attack that cannot learn even there says nothing about the model.</xsl:text>
        </p>
        <div class="scroll" role="region" tabindex="0" aria-labelledby="outcomes">
          <table>
            <caption>What became of each attack, approach and shadow size (records per shadow training set).</caption>
            <thead>
              <tr>
                <th scope="col">Attack</th><th scope="col">Approach</th><th scope="col">Shadow size</th>
                <th scope="col">Outcome</th><th scope="col">AUC on shadow records</th><th scope="col">In words</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:outcome">
                <tr>
                  <th scope="row"><xsl:call-template name="attack-name"/></th>
                  <td><xsl:call-template name="approach"/></td>
                  <td class="number"><xsl:call-template name="shadow-size"/></td>
                  <td><xsl:call-template name="badge"><xsl:with-param name="of" select="@state"/></xsl:call-template></td>
                  <td class="number"><xsl:apply-templates select="@shadowAUC" mode="number"/></td>
                  <td><bdi><xsl:value-of select="."/></bdi></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p>No attack came to an end.</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:contributions">
    <h3 id="contributions">What the transferred layers add</h3>
    <xsl:choose>
      <xsl:when test="r:contribution">
        <p>
          <xsl:text>Each row holds an attack that uses the layers against the same attack without them (baseline, BaseMIA), on the
          same records: the difference of the two AUCs, its interval, and what it shows after Holm’s correction over all rows.</xsl:text>
        </p>
        <div class="scroll" role="region" tabindex="0" aria-labelledby="contributions">
          <table>
            <caption>AUC with the transferred layers minus AUC without them.</caption>
            <thead>
              <tr>
                <th scope="col">Attack</th><th scope="col">Approach</th><th scope="col">Shadow size</th>
                <th scope="col">Difference [interval]</th><th scope="col">p (Holm)</th><th scope="col">With the layers the attack is</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:contribution">
                <tr>
                  <th scope="row"><xsl:call-template name="attack-name"/></th>
                  <td><xsl:call-template name="approach"/></td>
                  <td class="number"><xsl:call-template name="shadow-size"/></td>
                  <td class="number">
                    <xsl:apply-templates select="@difference" mode="number"/>
                    <xsl:text> [</xsl:text>
                    <xsl:apply-templates select="@low" mode="number"/>
                    <xsl:text>, </xsl:text>
                    <xsl:apply-templates select="@high" mode="number"/>
                    <xsl:text>]</xsl:text>
                  </td>
                  <td class="number"><xsl:apply-templates select="@adjustedP" mode="number"/></td>
                  <td>
                    <xsl:choose>
                      <xsl:when test="@finding = 'stronger'"><strong>stronger</strong></xsl:when>
                      <xsl:when test="@finding = 'weaker'">weaker</xsl:when>
                      <xsl:otherwise>not clearly different</xsl:otherwise>
                    </xsl:choose>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p>Not measured: no attack ran both with the layers and without them at the same shadow size.</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:measurements">
    <h3 id="measurements">Measurements</h3>
    <xsl:choose>
      <xsl:when test="r:measurement">
        <p>
          <xsl:text>Each cell: the value averaged over repeats, ± its standard deviation over repeats, and below it the
          interval that holds for the audited sample. Accuracy, precision and recall are averaged over classes. The
          control stands at the foot of each table. The decision threshold comes from shadow data, never from the audited
          records.</xsl:text>
        </p>
        <dl class="terms">
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'accuracy'"/></xsl:call-template>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'precision'"/></xsl:call-template>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'recall'"/></xsl:call-template>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'auc'"/></xsl:call-template>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'tpr-at-fpr-0.01'"/></xsl:call-template>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'advantage'"/></xsl:call-template>
          <xsl:call-template name="term"><xsl:with-param name="statistic" select="'epsilon-lower-bound'"/></xsl:call-template>
        </dl>
        <xsl:variable name="attacks" select="r:measurement[generate-id() = generate-id(key('measured', @attack)[1])]"/>
        <xsl:for-each select="$attacks[not(@attack = $controls/@id)]">
          <xsl:call-template name="attack-measurements"/>
        </xsl:for-each>
        <xsl:if test="not($attacks[not(@attack = $controls/@id)])">
          <xsl:for-each select="$attacks"><xsl:call-template name="attack-measurements"/></xsl:for-each>
        </xsl:if>
        <details>
          <summary>
            <xsl:text>All </xsl:text>
            <xsl:value-of select="count(r:measurement)"/>
            <xsl:text> figures, with method and sample</xsl:text>
          </summary>
          <div class="scroll" role="region" tabindex="0" aria-label="All figures">
            <table class="dense">
              <caption>Every measurement of the record.</caption>
              <thead>
                <tr>
                  <th scope="col">Attack</th><th scope="col">Approach</th><th scope="col">Shadow size</th>
                  <th scope="col">Figure</th><th scope="col">Value</th><th scope="col">Interval</th>
                  <th scope="col">Members / non-members</th><th scope="col">Repeats</th><th scope="col">Method and notes</th>
                </tr>
              </thead>
              <tbody>
                <xsl:for-each select="r:measurement">
                  <tr>
                    <th scope="row"><bdi><xsl:value-of select="@attack"/></bdi></th>
                    <td><xsl:call-template name="approach"/></td>
                    <td class="number"><xsl:call-template name="shadow-size"/></td>
                    <td><xsl:call-template name="statistic"/></td>
                    <td class="number"><xsl:call-template name="mean-and-sd"/></td>
                    <td class="number"><xsl:call-template name="interval"/></td>
                    <td class="number">
                      <xsl:apply-templates select="@members" mode="count"/>
                      <xsl:text> / </xsl:text>
                      <xsl:apply-templates select="@nonMembers" mode="count"/>
                    </td>
                    <td class="number"><xsl:value-of select="@repeats"/></td>
                    <td>
                      <bdi><xsl:value-of select="@method"/></bdi>
                      <xsl:if test="@note"><xsl:text>. </xsl:text><bdi><xsl:value-of select="@note"/></bdi></xsl:if>
                    </td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
        </details>
      </xsl:when>
      <xsl:otherwise><p>Nothing was measured.</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="term">
    <xsl:param name="statistic"/>
    <div>
      <dt><xsl:call-template name="statistic"><xsl:with-param name="of" select="$statistic"/></xsl:call-template></dt>
      <dd><xsl:call-template name="statistic-plain"><xsl:with-param name="of" select="$statistic"/></xsl:call-template></dd>
    </div>
  </xsl:template>

  <xsl:template name="attack-measurements">
    <h4><xsl:call-template name="attack-name"/></h4>
    <div class="scroll" role="region" tabindex="0" aria-label="Measurements of {@attack}">
      <table class="dense">
        <caption>
          <bdi><xsl:value-of select="@attack"/></bdi>
          <xsl:text>: by approach and shadow size, with the attacker’s cost (recital 26) above each approach.</xsl:text>
        </caption>
        <thead>
          <tr>
            <th scope="col">Shadow size</th><th scope="col">Accuracy</th><th scope="col">Precision</th>
            <th scope="col">Recall</th><th scope="col">AUC</th><th scope="col">TPR at 10 % FPR</th>
            <th scope="col">TPR at 1 % FPR</th><th scope="col">TPR at 0.1 % FPR</th><th scope="col">Advantage</th>
            <th scope="col">ε lower bound</th>
          </tr>
        </thead>
        <xsl:variable name="attack" select="@attack"/>
        <xsl:for-each select="key('measured', $attack)[generate-id() = generate-id(key('approach', concat(@attack, '|', @approach))[1])]">
          <tbody>
            <tr class="group">
              <th scope="rowgroup" colspan="10">
                <xsl:call-template name="approach"/>
                <span class="sub"><xsl:call-template name="cost"/></span>
              </th>
            </tr>
            <xsl:for-each select="key('approach', concat(@attack, '|', @approach))[generate-id() = generate-id(key('size', concat(@attack, '|', @approach, '|', @shadowSize))[1])]">
              <xsl:sort select="@shadowSize" data-type="number"/>
              <tr>
                <th scope="row" class="number"><xsl:call-template name="shadow-size"/></th>
                <xsl:call-template name="figure-cells"/>
              </tr>
            </xsl:for-each>
          </tbody>
        </xsl:for-each>
        <xsl:if test="$controls and not(@attack = $controls/@id)">
          <tbody class="control">
            <xsl:for-each select="../r:measurement[@attack = $controls/@id][generate-id() = generate-id(key('size', concat(@attack, '|', @approach, '|', @shadowSize))[1])]">
              <tr>
                <th scope="row">control: <bdi><xsl:value-of select="@attack"/></bdi></th>
                <xsl:call-template name="figure-cells"/>
              </tr>
            </xsl:for-each>
          </tbody>
        </xsl:if>
      </table>
    </div>
    <xsl:for-each select="key('measured', @attack)[not(@value)][generate-id() = generate-id(key('absent', concat(@attack, '|', @statistic, '|', @note))[1])]">
      <p class="small">
        <xsl:text>Note: </xsl:text>
        <xsl:call-template name="statistic"/>
        <xsl:text> – </xsl:text>
        <bdi><xsl:value-of select="@note"/></bdi>
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
          <xsl:otherwise><span class="absent">– <span class="sub">see note</span></span></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:if test="not(key('figure', concat($combination, $statistic)))"><span class="absent">–</span></xsl:if>
      <xsl:if test="$statistic = 'precision'">
        <xsl:for-each select="key('figure', concat($combination, 'undefined-precision'))[1][@value &gt; 0]">
          <span class="sub words">
            <xsl:text>undefined in </xsl:text>
            <xsl:apply-templates select="@value" mode="percent"/>
            <xsl:text> of classes</xsl:text>
          </span>
        </xsl:for-each>
      </xsl:if>
      <xsl:if test="$statistic = 'advantage'">
        <xsl:for-each select="key('figure', concat($combination, 'tpr'))[1][@value]">
          <span class="sub">TPR <xsl:apply-templates select="@value" mode="number"/></span>
        </xsl:for-each>
        <xsl:for-each select="key('figure', concat($combination, 'fpr'))[1][@value]">
          <span class="sub">FPR <xsl:apply-templates select="@value" mode="number"/></span>
        </xsl:for-each>
      </xsl:if>
    </td>
  </xsl:template>

  <xsl:template match="r:classMeasurements">
    <h3 id="classes">Results per class</h3>
    <xsl:choose>
      <xsl:when test="r:classMeasurement">
        <xsl:variable name="combinations" select="r:classMeasurement[generate-id() = generate-id(key('class', concat(@attack, '|', @approach, '|', @shadowSize))[1])]"/>
        <div class="scroll" role="region" tabindex="0" aria-labelledby="classes">
          <table>
            <caption>The most exposed class of each combination, by the lower end of the accuracy’s interval.</caption>
            <thead>
              <tr>
                <th scope="col">Attack</th><th scope="col">Approach</th><th scope="col">Shadow size</th>
                <th scope="col">Class</th><th scope="col">Accuracy</th><th scope="col">Recall</th>
                <th scope="col">AUC</th><th scope="col">Members / non-members</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$combinations">
                <xsl:for-each select="key('class', concat(@attack, '|', @approach, '|', @shadowSize))">
                  <xsl:sort select="@low" data-type="number" order="descending"/>
                  <xsl:sort select="@accuracy" data-type="number" order="descending"/>
                  <xsl:if test="position() = 1">
                    <tr>
                      <th scope="row"><bdi><xsl:value-of select="@attack"/></bdi></th>
                      <td><xsl:call-template name="approach"/></td>
                      <td class="number"><xsl:call-template name="shadow-size"/></td>
                      <td><span class="name"><bdi><xsl:value-of select="@class"/></bdi></span></td>
                      <td class="number">
                        <xsl:apply-templates select="@accuracy" mode="number"/>
                        <span class="sub"><xsl:call-template name="interval"/></span>
                      </td>
                      <td class="number"><xsl:apply-templates select="@recall" mode="number"/></td>
                      <td class="number"><xsl:apply-templates select="@auc" mode="number"/></td>
                      <td class="number">
                        <xsl:value-of select="@members"/> / <xsl:value-of select="@nonMembers"/>
                      </td>
                    </tr>
                  </xsl:if>
                </xsl:for-each>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
        <details>
          <summary>All classes of all <xsl:value-of select="count($combinations)"/> combinations</summary>
        <xsl:for-each select="$combinations">
          <details>
            <summary>
              <xsl:text>All classes: </xsl:text>
              <bdi><xsl:value-of select="@attack"/></bdi>
              <xsl:text>, </xsl:text>
              <xsl:call-template name="setting"/>
            </summary>
            <xsl:call-template name="class-table">
              <xsl:with-param name="rows" select="key('class', concat(@attack, '|', @approach, '|', @shadowSize))"/>
              <xsl:with-param name="limit" select="1000000"/>
              <xsl:with-param name="caption" select="'All classes, the most exposed first.'"/>
            </xsl:call-template>
          </details>
        </xsl:for-each>
        </details>
      </xsl:when>
      <xsl:otherwise><p>No result per class was recorded.</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="class-table">
    <xsl:param name="rows"/>
    <xsl:param name="limit"/>
    <xsl:param name="caption"/>
    <div class="scroll" role="region" tabindex="0" aria-label="Classes under {@attack}, {@approach}, {@shadowSize}">
      <table>
        <caption><xsl:value-of select="$caption"/></caption>
        <thead>
          <tr>
            <th scope="col">Class</th><th scope="col">Accuracy [interval]</th><th scope="col">Precision</th>
            <th scope="col">Recall</th><th scope="col">AUC</th><th scope="col">Members</th><th scope="col">Non-members</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$rows">
            <xsl:sort select="@low" data-type="number" order="descending"/>
            <xsl:sort select="@accuracy" data-type="number" order="descending"/>
            <xsl:if test="position() &lt;= $limit">
              <tr>
                <th scope="row"><span class="name"><bdi><xsl:value-of select="@class"/></bdi></span></th>
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
    <h3 id="checks">Validity checks</h3>
    <xsl:choose>
      <xsl:when test="r:check">
        <div class="scroll" role="region" tabindex="0" aria-labelledby="checks">
          <table>
            <caption>Controls that show whether the audit’s own figures can be trusted.</caption>
            <thead>
              <tr>
                <th scope="col">Check</th><th scope="col">Result</th><th scope="col">Figure</th><th scope="col">In words</th>
                <th scope="col">If it fails</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:check">
                <tr>
                  <th scope="row">
                    <bdi><xsl:value-of select="r:title"/></bdi>
                    <span class="sub"><code><xsl:value-of select="@id"/></code></span>
                  </th>
                  <td><xsl:call-template name="badge"><xsl:with-param name="of" select="@result"/></xsl:call-template></td>
                  <td class="number">
                    <xsl:apply-templates select="@value" mode="number"/>
                    <xsl:if test="@low"><span class="sub"><xsl:call-template name="interval"/></span></xsl:if>
                  </td>
                  <td><bdi><xsl:value-of select="r:sentence"/></bdi></td>
                  <td>
                    <xsl:choose>
                      <xsl:when test="@affectsGates = 'true'">gates become inconclusive</xsl:when>
                      <xsl:otherwise>for information</xsl:otherwise>
                    </xsl:choose>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p>No validity check was recorded.</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:skips">
    <h3 id="skips">What did not run</h3>
    <xsl:choose>
      <xsl:when test="r:skip">
        <div class="scroll" role="region" tabindex="0" aria-labelledby="skips">
          <table>
            <caption>A skip never counts as a pass.</caption>
            <thead>
              <tr><th scope="col">Skipped</th><th scope="col">Why</th><th scope="col">What would make it run</th></tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:skip">
                <tr>
                  <th scope="row"><span class="name"><bdi><code><xsl:value-of select="@id"/></code></bdi></span></th>
                  <td><bdi><xsl:value-of select="r:reason"/></bdi></td>
                  <td><bdi><xsl:value-of select="r:remedy"/></bdi></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p>Everything the manifest asked for ran.</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:shadows">
    <h3 id="shadows">Shadow and target models</h3>
    <xsl:choose>
      <xsl:when test="r:shadow">
        <div class="scroll" role="region" tabindex="0" aria-label="Shadow models">
          <table>
            <caption>The shadow models, with their mean accuracy on their own training and test records.</caption>
            <thead>
              <tr>
                <th scope="col">Approach</th><th scope="col">Shadow size</th><th scope="col">Models × repeats</th>
                <th scope="col">Training</th><th scope="col">Accuracy, training</th><th scope="col">Accuracy, test</th>
                <th scope="col">Core-seconds</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:shadow">
                <tr>
                  <th scope="row"><xsl:call-template name="approach"/></th>
                  <td class="number"><xsl:call-template name="shadow-size"/></td>
                  <td class="number"><xsl:value-of select="@models"/> × <xsl:value-of select="@repeats"/></td>
                  <td><bdi><xsl:value-of select="@training"/></bdi></td>
                  <td class="number"><xsl:apply-templates select="@trainAccuracy" mode="number"/></td>
                  <td class="number"><xsl:apply-templates select="@testAccuracy" mode="number"/></td>
                  <td class="number"><xsl:apply-templates select="@coreSeconds" mode="seconds"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p>No shadow model was trained.</p></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="../r:targets/r:target">
        <div class="scroll" role="region" tabindex="0" aria-label="Target models">
          <table>
            <caption><dfn>Target models</dfn>: what the recipient builds on the transferred layers.</caption>
            <thead>
              <tr>
                <th scope="col">Approach</th><th scope="col">Training records</th><th scope="col">Classes</th>
                <th scope="col">Accuracy, training</th><th scope="col">Accuracy, test</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="../r:targets/r:target">
                <tr>
                  <th scope="row"><xsl:call-template name="approach"/></th>
                  <td class="number"><xsl:apply-templates select="@records" mode="count"/></td>
                  <td class="number"><xsl:value-of select="@classes"/></td>
                  <td class="number"><xsl:apply-templates select="@trainAccuracy" mode="number"/></td>
                  <td class="number"><xsl:apply-templates select="@testAccuracy" mode="number"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><p>No target model was given or built.</p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="../r:costs/r:cost">
      <div class="scroll" role="region" tabindex="0" aria-label="Cost to the adversary">
        <table>
          <caption>What each attack cost the adversary in this audit (recital 26: cost, time and technology).</caption>
          <thead>
            <tr>
              <th scope="col">Attack</th><th scope="col">Approach</th><th scope="col">Queries</th>
              <th scope="col">Shadow records held</th><th scope="col">Core-seconds</th>
            </tr>
          </thead>
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

  <xsl:template name="law">
    <h3 id="law">Legal mapping</h3>
    <p>Which part of this report serves which provision. It says where to look; it decides nothing.</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="law">
      <table>
        <caption>GDPR: Regulation (EU) 2016/679. EDPB: Opinion 28/2024 of the European Data Protection Board.</caption>
        <thead>
          <tr><th scope="col">Subject</th><th scope="col">Basis</th><th scope="col">In this report</th></tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">A model or layers trained on personal data may be personal data</th>
            <td>GDPR Art. 4(1), recital 26</td>
            <td>the attacker’s cost stands beside each result: <a href="#gates">gates</a>, <a href="#measurements">measurements</a></td>
          </tr>
          <tr>
            <th scope="row">Likelihood of extraction “insignificant” for any data subject</th>
            <td>EDPB ¶¶34, 43</td>
            <td>worst class and worst attack, not only the mean: <a href="#worst">who is worst affected</a>. This report makes no claim that the likelihood is insignificant.</td>
          </tr>
          <tr>
            <th scope="row">Structured testing against the attacks named</th>
            <td>EDPB ¶55</td>
            <td><a href="#tested">coverage with NOT RUN rows</a>; success “can only be evidence for the resistance to those attacks”</td>
          </tr>
          <tr>
            <th scope="row">Ratio between the amount of training data and the number of parameters</th>
            <td>EDPB ¶58(e)</td>
            <td>for the whole model and for the transferred layers: <a href="#model">model</a></td>
          </tr>
          <tr>
            <th scope="row">More layers than needed</th>
            <td>GDPR Art. 5(1)(c), 25(1)</td>
            <td><a href="#model">the cut audited</a></td>
          </tr>
          <tr>
            <th scope="row">Leakage, and security of processing</th>
            <td>GDPR Art. 5(1)(f), 32(1)</td>
            <td><a href="#findings">findings with severity</a></td>
          </tr>
          <tr>
            <th scope="row">Regularly testing, assessing and evaluating</th>
            <td>GDPR Art. 32(1)(d)</td>
            <td>the gate in the pipeline; <a href="#provenance">what it takes to repeat this audit</a></td>
          </tr>
          <tr>
            <th scope="row">Data protection impact assessment</th>
            <td>GDPR Art. 35(7)(a)–(d)</td>
            <td><a href="#dpia">four sections so named</a></td>
          </tr>
          <tr>
            <th scope="row">Special categories of personal data</th>
            <td>GDPR Art. 9(1)</td>
            <td>
              <xsl:choose>
                <xsl:when test="r:context/r:dataCategory">
                  <xsl:text>The manifest states: </xsl:text>
                  <xsl:for-each select="r:context/r:dataCategory">
                    <bdi><xsl:value-of select="."/></bdi>
                    <xsl:if test="position() != last()">, </xsl:if>
                  </xsl:for-each>
                  <xsl:text>. Where a category falls under Art. 9(1), the policy raises the severity.</xsl:text>
                </xsl:when>
                <xsl:otherwise>The manifest states no category.</xsl:otherwise>
              </xsl:choose>
            </td>
          </tr>
          <xsl:if test="not(r:context/@recipientOutsideEEA) or r:context/@recipientOutsideEEA = 'true' or r:context/@recipientOutsideEEA = '1'">
            <tr>
              <th scope="row">Recipient outside the EEA</th>
              <td>GDPR Art. 44</td>
              <td>
                <xsl:choose>
                  <xsl:when test="r:context/@recipientOutsideEEA">The manifest says that the recipient is outside the EEA. If what leaves is personal data, the conditions for transfers to third countries would have to be met.</xsl:when>
                  <xsl:otherwise>The manifest does not say where the recipient is. If it is outside the EEA and what leaves is personal data, the conditions for transfers to third countries would have to be met.</xsl:otherwise>
                </xsl:choose>
              </td>
            </tr>
          </xsl:if>
          <tr>
            <th scope="row">Measures: regularisation, differential privacy, minimisation, output measures</th>
            <td>EDPB section 3.2.2</td>
            <td><a href="#todo">recommendations under these headings</a></td>
          </tr>
          <tr>
            <th scope="row">Other frameworks on membership inference</th>
            <td>NIST AI 100-2 §2.4.2; NIST AI RMF MEASURE 2.10; MITRE ATLAS AML.T0024.000; OWASP AISVS 1.0 C11.2.5</td>
            <td><a href="#measurements">measurements</a></td>
          </tr>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="r:provenance">
    <h3 id="provenance">Provenance</h3>
    <dl class="facts">
      <div><dt>Tool</dt><dd>LayerAudit <xsl:value-of select="@toolVersion"/></dd></div>
      <div>
        <dt>Time</dt>
        <dd>
          <xsl:call-template name="moment"><xsl:with-param name="at" select="@started"/></xsl:call-template>
          <xsl:text> to </xsl:text>
          <xsl:call-template name="moment"><xsl:with-param name="at" select="@finished"/></xsl:call-template>
          <xsl:text>, </xsl:text>
          <xsl:apply-templates select="@seconds" mode="seconds"/>
          <xsl:text> s</xsl:text>
        </dd>
      </div>
      <div><dt>Seed, profile</dt><dd><xsl:value-of select="@seed"/>, <bdi><xsl:value-of select="@profile"/></bdi></dd></div>
      <div><dt>Machine</dt><dd><bdi><xsl:value-of select="@machine"/></bdi></dd></div>
      <div>
        <dt>Libraries</dt>
        <dd>
          <xsl:if test="not(r:library)">none recorded</xsl:if>
          <xsl:for-each select="r:library">
            <bdi><xsl:value-of select="@name"/></bdi>
            <xsl:text> </xsl:text>
            <bdi><xsl:value-of select="@version"/></bdi>
            <xsl:if test="position() != last()">, </xsl:if>
          </xsl:for-each>
        </dd>
      </div>
      <div>
        <dt>Policy</dt>
        <dd>
          <bdi><xsl:value-of select="../r:policy/@id"/></bdi>
          <xsl:text>, SHA-256 </xsl:text>
          <code class="digest"><xsl:value-of select="../r:policy/@sha256"/></code>
        </dd>
      </div>
    </dl>
    <xsl:if test="r:file">
      <div class="scroll" role="region" tabindex="0" aria-label="Files">
        <table>
          <caption>The files this audit rests on.</caption>
          <thead>
            <tr><th scope="col">File</th><th scope="col">Role</th><th scope="col">Bytes</th><th scope="col">SHA-256</th></tr>
          </thead>
          <tbody>
            <xsl:for-each select="r:file">
              <tr>
                <th scope="row"><span class="name"><bdi><xsl:value-of select="@name"/></bdi></span></th>
                <td><bdi><xsl:value-of select="@role"/></bdi></td>
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
    <h3 id="figures">Figures</h3>
    <xsl:if test="not(r:figure)"><p>No figure was recorded.</p></xsl:if>
    <xsl:apply-templates select="r:figure"/>
  </xsl:template>

  <xsl:template match="r:figure">
    <figure id="{@id}">
      <xsl:choose>
        <xsl:when test="r:drawing/svg:svg">
          <div class="drawing" role="region" tabindex="0" aria-label="Drawing of {@id}">
            <xsl:apply-templates select="r:drawing/svg:svg" mode="drawing"/>
          </div>
        </xsl:when>
        <xsl:otherwise>
          <p class="notice">
            <xsl:text>Not drawn: </xsl:text>
            <bdi><xsl:value-of select="r:drawing/@note"/></bdi>
            <xsl:text> The data are below.</xsl:text>
          </p>
        </xsl:otherwise>
      </xsl:choose>
      <figcaption>
        <strong><bdi><xsl:value-of select="r:title"/></bdi></strong>
        <xsl:text> </xsl:text>
        <bdi><xsl:value-of select="r:alternative"/></bdi>
      </figcaption>
      <details>
        <xsl:if test="not(r:drawing/svg:svg)"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
        <summary>Data of this figure (<xsl:value-of select="count(r:series/r:point)"/> points)</summary>
        <div class="scroll" role="region" tabindex="0" aria-label="Data of {@id}">
          <table class="dense">
            <caption>x: <bdi><xsl:value-of select="r:x"/></bdi>; y: <bdi><xsl:value-of select="r:y"/></bdi></caption>
            <thead>
              <tr><th scope="col">Series</th><th scope="col">x</th><th scope="col">y</th><th scope="col">± error</th></tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:series/r:point">
                <tr>
                  <th scope="row"><span class="name"><bdi><xsl:value-of select="../@name"/></bdi></span></th>
                  <td class="number"><xsl:apply-templates select="@x" mode="plotted"/></td>
                  <td class="number"><xsl:apply-templates select="@y" mode="plotted"/></td>
                  <td class="number"><xsl:apply-templates select="@error" mode="plotted"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  </xsl:template>

  <!-- A drawing is copied by a list of what is harmless: report.xml may come from outside. -->
  <xsl:template match="svg:*" mode="drawing"/>
  <xsl:template match="svg:svg | svg:g | svg:defs | svg:path | svg:rect | svg:circle | svg:line | svg:polyline | svg:polygon
                       | svg:use | svg:text | svg:tspan | svg:title | svg:desc" mode="drawing">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/2000/svg">
      <xsl:apply-templates select="@*" mode="drawing"/>
      <xsl:apply-templates select="node()" mode="drawing"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="text()" mode="drawing"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="@*" mode="drawing">
    <xsl:if test="namespace-uri() = '' and not(starts-with(local-name(), 'on')) and not(contains(., 'url('))
                  and not(contains(., 'image(')) and not(contains(., 'javascript:'))
                  and not(local-name() = 'href' and not(starts-with(., '#')))">
      <xsl:attribute name="{local-name()}"><xsl:value-of select="."/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Small templates: words -->

  <xsl:template name="verdict-word">
    <xsl:choose>
      <xsl:when test="$report/r:verdict/@result = 'pass'">PASS</xsl:when>
      <xsl:when test="$report/r:verdict/@result = 'fail'">FAIL</xsl:when>
      <xsl:when test="$report/r:verdict/@result = 'inconclusive'">INCONCLUSIVE</xsl:when>
      <xsl:otherwise>INCOMPLETE</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="verdict-meaning">
    <xsl:choose>
      <xsl:when test="$report/r:verdict/@result = 'pass'">every gate of the policy passes</xsl:when>
      <xsl:when test="$report/r:verdict/@result = 'fail'">a gate of the policy fails</xsl:when>
      <xsl:when test="$report/r:verdict/@result = 'inconclusive'">no gate fails, but one is inconclusive</xsl:when>
      <xsl:otherwise>the audit could not be completed</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="disclaimer">This is not a determination of anonymity or of GDPR compliance.</xsl:template>

  <xsl:template name="stated">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="$text"><bdi><xsl:value-of select="$text"/></bdi></xsl:when>
      <xsl:otherwise><span class="absent">(not stated)</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="attack-name">
    <xsl:choose>
      <xsl:when test="key('attack', @attack)"><bdi><xsl:value-of select="key('attack', @attack)/r:title"/></bdi></xsl:when>
      <xsl:otherwise><bdi><xsl:value-of select="@attack"/></bdi></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="approach">
    <xsl:choose>
      <xsl:when test="@approach = 'none'">no shadow model</xsl:when>
      <xsl:otherwise><xsl:value-of select="@approach"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

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
      <xsl:apply-templates select="@shadowSize" mode="count"/>
      <xsl:text> shadow records</xsl:text>
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
        <xsl:apply-templates select="$cost/@queries" mode="count"/>
        <xsl:text> queries, </xsl:text>
        <xsl:apply-templates select="$cost/@shadowRecords" mode="count"/>
        <xsl:text> shadow records, </xsl:text>
        <xsl:apply-templates select="$cost/@coreSeconds" mode="seconds"/>
        <xsl:text> core-seconds</xsl:text>
      </xsl:when>
      <xsl:otherwise>cost not recorded</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="role">
    <xsl:choose>
      <xsl:when test="@role = 'members'">members</xsl:when>
      <xsl:when test="@role = 'nonMembers'">non-members</xsl:when>
      <xsl:when test="@role = 'shadowTrain'">shadow data, training side</xsl:when>
      <xsl:when test="@role = 'shadowTest'">shadow data, test side</xsl:when>
      <xsl:when test="@role = 'targetTrain'">recipient’s training data</xsl:when>
      <xsl:when test="@role = 'targetTest'">recipient’s test data</xsl:when>
      <xsl:otherwise><bdi><xsl:value-of select="@role"/></bdi></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tick">
    <xsl:param name="if"/>
    <xsl:choose>
      <xsl:when test="$if"><span class="tick">yes</span></xsl:when>
      <xsl:otherwise><span class="absent">no</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="badge">
    <xsl:param name="of"/>
    <span class="badge {$of}">
      <xsl:choose>
        <xsl:when test="$of = 'no-evidence'">no evidence</xsl:when>
        <xsl:when test="$of = 'did-not-learn'">did not learn</xsl:when>
        <xsl:when test="$of = 'not-run'">NOT RUN</xsl:when>
        <xsl:otherwise><xsl:value-of select="$of"/></xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <xsl:template name="statistic">
    <xsl:param name="of" select="@statistic"/>
    <xsl:choose>
      <xsl:when test="$of = 'accuracy'">Accuracy</xsl:when>
      <xsl:when test="$of = 'precision'">Precision</xsl:when>
      <xsl:when test="$of = 'recall'">Recall</xsl:when>
      <xsl:when test="$of = 'undefined-precision'">Classes without a record called a member</xsl:when>
      <xsl:when test="$of = 'auc'">AUC</xsl:when>
      <xsl:when test="$of = 'tpr-at-fpr-0.1'">TPR at 10 % FPR</xsl:when>
      <xsl:when test="$of = 'tpr-at-fpr-0.01'">TPR at 1 % FPR</xsl:when>
      <xsl:when test="$of = 'tpr-at-fpr-0.001'">TPR at 0.1 % FPR</xsl:when>
      <xsl:when test="$of = 'tpr'">True-positive rate</xsl:when>
      <xsl:when test="$of = 'fpr'">False-positive rate</xsl:when>
      <xsl:when test="$of = 'advantage'">Membership advantage</xsl:when>
      <xsl:when test="$of = 'epsilon-lower-bound'">ε lower bound</xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="statistic-plain">
    <xsl:param name="of" select="@statistic"/>
    <xsl:choose>
      <xsl:when test="$of = 'accuracy'">share of right answers to “was this record in the training data?”, averaged over classes; 0.5 is guessing.</xsl:when>
      <xsl:when test="$of = 'precision'">of the records called members, the share that are.</xsl:when>
      <xsl:when test="$of = 'recall'">of the members, the share that is found.</xsl:when>
      <xsl:when test="$of = 'undefined-precision'">share of classes in which the attack called nobody a member, so that its precision there is undefined.</xsl:when>
      <xsl:when test="$of = 'auc'">probability that the attack ranks a member above a non-member; 0.5 is guessing, 1 is certainty.</xsl:when>
      <xsl:when test="starts-with($of, 'tpr-at-fpr-')">share of members found when the attack may wrongly accuse only that share of non-members; it shows whether a few people are exposed with near certainty. Equal to the FPR for guessing.</xsl:when>
      <xsl:when test="$of = 'tpr'">share of members called members (TPR).</xsl:when>
      <xsl:when test="$of = 'fpr'">share of non-members wrongly called members (FPR).</xsl:when>
      <xsl:when test="$of = 'advantage'">true-positive rate (TPR, members found) minus false-positive rate (FPR, non-members wrongly accused); 0 is guessing.</xsl:when>
      <xsl:when test="$of = 'epsilon-lower-bound'">the least ε of differential privacy that is consistent with what was measured; 0 is guessing, and it is a lower bound, so the true ε can only be larger.</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Small templates: numbers; an absent attribute gives nothing, and the style puts a dash into the empty cell. -->

  <xsl:template match="@*" mode="number">
    <xsl:choose>
      <xsl:when test=". = 'INF'">∞</xsl:when>
      <xsl:when test=". = '-INF'">−∞</xsl:when>
      <xsl:when test="string(number(.)) = 'NaN'">undefined</xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(format-number(., '#,##0.000'), '-', '−')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Differences of parameters are far below 0.001; their digits are shown as they are. -->
  <xsl:template match="@*" mode="small-number"><xsl:value-of select="."/></xsl:template>

  <xsl:template match="@*" mode="plotted">
    <xsl:choose>
      <xsl:when test="number(.) = round(number(.))"><xsl:value-of select="translate(format-number(., '#,##0'), '-', '−')"/></xsl:when>
      <xsl:when test="number(.) &gt; -0.001 and number(.) &lt; 0.001"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="number"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="count"><xsl:value-of select="format-number(., '#,##0')"/></xsl:template>

  <xsl:template match="@*" mode="seconds">
    <xsl:choose>
      <xsl:when test=". &gt; 0 and . &lt; 0.1">&lt; 0.1</xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number(., '#,##0.0')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="percent">
    <xsl:choose>
      <xsl:when test="string(number(.)) = 'NaN'">an undefined share</xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number(. * 100, '0.#')"/><xsl:text> %</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="interval">
    <xsl:choose>
      <xsl:when test="@low and @high">
        <span class="interval">
          <xsl:text>[</xsl:text>
          <xsl:apply-templates select="@low" mode="number"/>
          <xsl:text>, </xsl:text>
          <xsl:apply-templates select="@high" mode="number"/>
          <xsl:text>]</xsl:text>
        </span>
      </xsl:when>
      <xsl:otherwise><span class="absent">no interval</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="mean-and-sd">
    <xsl:apply-templates select="@value" mode="number"/>
    <xsl:if test="@value and @sd">
      <xsl:text> ± </xsl:text>
      <xsl:apply-templates select="@sd" mode="number"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="moment">
    <xsl:param name="at"/>
    <xsl:choose>
      <xsl:when test="string-length($at) &gt;= 16">
        <time datetime="{$at}"><xsl:value-of select="concat(substring($at, 1, 10), ' ', substring($at, 12, 5), ' UTC')"/></time>
      </xsl:when>
      <xsl:otherwise><span class="absent">(no time)</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

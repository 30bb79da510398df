/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $Number = $util.global.Number, $String = $util.global.String, $Array = $util.global.Array, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt, $isFinite = $util.global.isFinite;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const hushmark = $root.hushmark = (() => {

    /**
     * Namespace hushmark.
     * @exports hushmark
     * @namespace
     */
    const hushmark = {};

    hushmark.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof hushmark
         * @namespace
         */
        const v1 = {};

        v1.Envelope = (function() {

            /**
             * Properties of an Envelope.
             * @typedef {Object} hushmark.v1.Envelope.$Properties
             * @property {number|null} [type] Envelope type
             * @property {string|null} [signer] Envelope signer
             * @property {Uint8Array|null} [payload] Envelope payload
             * @property {Uint8Array|null} [signature] Envelope signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Envelope.
             * @memberof hushmark.v1
             * @interface IEnvelope
             * @augments hushmark.v1.Envelope.$Properties
             * @deprecated Use hushmark.v1.Envelope.$Properties instead.
             */

            /**
             * Shape of an Envelope.
             * @typedef {hushmark.v1.Envelope.$Properties} hushmark.v1.Envelope.$Shape
             */

            /**
             * Constructs a new Envelope.
             * @memberof hushmark.v1
             * @classdesc Represents an Envelope.
             * @constructor
             * @param {hushmark.v1.Envelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Envelope = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Envelope type.
             * @member {number} type
             * @memberof hushmark.v1.Envelope
             * @instance
             */
            Envelope.prototype.type = 0;

            /**
             * Envelope signer.
             * @member {string} signer
             * @memberof hushmark.v1.Envelope
             * @instance
             */
            Envelope.prototype.signer = "";

            /**
             * Envelope payload.
             * @member {Uint8Array} payload
             * @memberof hushmark.v1.Envelope
             * @instance
             */
            Envelope.prototype.payload = $util.newBuffer([]);

            /**
             * Envelope signature.
             * @member {Uint8Array} signature
             * @memberof hushmark.v1.Envelope
             * @instance
             */
            Envelope.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new Envelope instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Envelope
             * @static
             * @param {hushmark.v1.Envelope.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Envelope} Envelope instance
             * @type {{
             *   (properties: hushmark.v1.Envelope.$Shape): hushmark.v1.Envelope & hushmark.v1.Envelope.$Shape;
             *   (properties?: hushmark.v1.Envelope.$Properties): hushmark.v1.Envelope;
             * }}
             */
            Envelope.create = function(properties) {
                return new Envelope(properties);
            };

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link hushmark.v1.Envelope.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Envelope
             * @static
             * @param {hushmark.v1.Envelope.$Properties} message Envelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Envelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.type);
                if (message.signer != null && $Object.hasOwnProperty.call(message, "signer") && message.signer !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.signer);
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.payload);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Envelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Envelope & hushmark.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Envelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Envelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.signer = value;
                            else
                                delete message.signer;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.payload = value;
                            else
                                delete message.payload;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Envelope message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Envelope
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Envelope} Envelope
             */
            Envelope.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Envelope)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Envelope: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Envelope();
                if (object.type != null)
                    if ($Number(object.type) !== 0)
                        message.type = object.type >>> 0;
                if (object.signer != null)
                    if (typeof object.signer !== "string" || object.signer.length)
                        message.signer = $String(object.signer);
                if (object.payload != null)
                    if (object.payload.length)
                        if (typeof object.payload === "string")
                            $util.base64.decode(object.payload, message.payload = $util.newBuffer($util.base64.length(object.payload)), 0);
                        else if (object.payload.length >= 0)
                            message.payload = object.payload;
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            /**
             * Creates a plain object from an Envelope message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Envelope
             * @static
             * @param {hushmark.v1.Envelope} message Envelope
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Envelope.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.type = 0;
                    object.signer = "";
                    if (options.bytes === $String)
                        object.payload = "";
                    else {
                        object.payload = [];
                        if (options.bytes !== $Array)
                            object.payload = $util.newBuffer(object.payload);
                    }
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    object.type = message.type;
                if (message.signer != null && $Object.hasOwnProperty.call(message, "signer"))
                    object.signer = message.signer;
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload"))
                    object.payload = options.bytes === $String ? $util.base64.encode(message.payload, 0, message.payload.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.payload) : message.payload;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            /**
             * Converts this Envelope to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Envelope
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Envelope.prototype.toJSON = function() {
                return Envelope.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Envelope
             * @function getTypeUrl
             * @memberof hushmark.v1.Envelope
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Envelope.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Envelope";
            };

            return Envelope;
        })();

        v1.Proposal = (function() {

            /**
             * Properties of a Proposal.
             * @typedef {Object} hushmark.v1.Proposal.$Properties
             * @property {number|null} [version] Proposal version
             * @property {Uint8Array|null} [nonce] Proposal nonce
             * @property {string|null} [proposer] Proposal proposer
             * @property {string|null} [scenario] Proposal scenario
             * @property {string|null} [sutType] Proposal sutType
             * @property {string|null} [sutVersion] Proposal sutVersion
             * @property {string|null} [workload] Proposal workload
             * @property {string|null} [description] Proposal description
             * @property {string|null} [grid] Proposal grid
             * @property {Array.<string>|null} [roster] Proposal roster
             * @property {number|null} [f] Proposal f
             * @property {number|null} [q] Proposal q
             * @property {Array.<hushmark.v1.Sum.$Properties>|null} [sums] Proposal sums
             * @property {hushmark.v1.Schedule.$Properties|null} [schedule] Proposal schedule
             * @property {string|null} [packageVersion] Proposal packageVersion
             * @property {Array.<hushmark.v1.Comparable.$Properties>|null} [comparables] Proposal comparables
             * @property {string|null} [exception] Proposal exception
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Proposal.
             * @memberof hushmark.v1
             * @interface IProposal
             * @augments hushmark.v1.Proposal.$Properties
             * @deprecated Use hushmark.v1.Proposal.$Properties instead.
             */

            /**
             * Shape of a Proposal.
             * @typedef {hushmark.v1.Proposal.$Properties} hushmark.v1.Proposal.$Shape
             */

            /**
             * Constructs a new Proposal.
             * @memberof hushmark.v1
             * @classdesc Represents a Proposal.
             * @constructor
             * @param {hushmark.v1.Proposal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Proposal = function (properties) {
                this.roster = [];
                this.sums = [];
                this.comparables = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Proposal version.
             * @member {number} version
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.version = 0;

            /**
             * Proposal nonce.
             * @member {Uint8Array} nonce
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.nonce = $util.newBuffer([]);

            /**
             * Proposal proposer.
             * @member {string} proposer
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.proposer = "";

            /**
             * Proposal scenario.
             * @member {string} scenario
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.scenario = "";

            /**
             * Proposal sutType.
             * @member {string} sutType
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.sutType = "";

            /**
             * Proposal sutVersion.
             * @member {string} sutVersion
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.sutVersion = "";

            /**
             * Proposal workload.
             * @member {string} workload
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.workload = "";

            /**
             * Proposal description.
             * @member {string} description
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.description = "";

            /**
             * Proposal grid.
             * @member {string} grid
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.grid = "";

            /**
             * Proposal roster.
             * @member {Array.<string>} roster
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.roster = $util.emptyArray;

            /**
             * Proposal f.
             * @member {number} f
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.f = 0;

            /**
             * Proposal q.
             * @member {number} q
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.q = 0;

            /**
             * Proposal sums.
             * @member {Array.<hushmark.v1.Sum.$Properties>} sums
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.sums = $util.emptyArray;

            /**
             * Proposal schedule.
             * @member {hushmark.v1.Schedule.$Properties|null|undefined} schedule
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.schedule = null;

            /**
             * Proposal packageVersion.
             * @member {string} packageVersion
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.packageVersion = "";

            /**
             * Proposal comparables.
             * @member {Array.<hushmark.v1.Comparable.$Properties>} comparables
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.comparables = $util.emptyArray;

            /**
             * Proposal exception.
             * @member {string} exception
             * @memberof hushmark.v1.Proposal
             * @instance
             */
            Proposal.prototype.exception = "";

            /**
             * Creates a new Proposal instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Proposal
             * @static
             * @param {hushmark.v1.Proposal.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Proposal} Proposal instance
             * @type {{
             *   (properties: hushmark.v1.Proposal.$Shape): hushmark.v1.Proposal & hushmark.v1.Proposal.$Shape;
             *   (properties?: hushmark.v1.Proposal.$Properties): hushmark.v1.Proposal;
             * }}
             */
            Proposal.create = function(properties) {
                return new Proposal(properties);
            };

            /**
             * Encodes the specified Proposal message. Does not implicitly {@link hushmark.v1.Proposal.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Proposal
             * @static
             * @param {hushmark.v1.Proposal.$Properties} message Proposal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Proposal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.nonce);
                if (message.proposer != null && $Object.hasOwnProperty.call(message, "proposer") && message.proposer !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.proposer);
                if (message.scenario != null && $Object.hasOwnProperty.call(message, "scenario") && message.scenario !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.scenario);
                if (message.sutType != null && $Object.hasOwnProperty.call(message, "sutType") && message.sutType !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.sutType);
                if (message.sutVersion != null && $Object.hasOwnProperty.call(message, "sutVersion") && message.sutVersion !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.sutVersion);
                if (message.workload != null && $Object.hasOwnProperty.call(message, "workload") && message.workload !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.workload);
                if (message.description != null && $Object.hasOwnProperty.call(message, "description") && message.description !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.description);
                if (message.grid != null && $Object.hasOwnProperty.call(message, "grid") && message.grid !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.grid);
                if (message.roster != null && message.roster.length)
                    for (let i = 0; i < message.roster.length; ++i)
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.roster[i]);
                if (message.f != null && $Object.hasOwnProperty.call(message, "f") && message.f !== 0)
                    writer.uint32(/* id 11, wireType 0 =*/88).uint32(message.f);
                if (message.q != null && $Object.hasOwnProperty.call(message, "q") && message.q !== 0)
                    writer.uint32(/* id 12, wireType 0 =*/96).uint32(message.q);
                if (message.sums != null && message.sums.length)
                    for (let i = 0; i < message.sums.length; ++i)
                        $root.hushmark.v1.Sum.encode(message.sums[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.schedule != null && $Object.hasOwnProperty.call(message, "schedule"))
                    $root.hushmark.v1.Schedule.encode(message.schedule, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.packageVersion != null && $Object.hasOwnProperty.call(message, "packageVersion") && message.packageVersion !== "")
                    writer.uint32(/* id 15, wireType 2 =*/122).string(message.packageVersion);
                if (message.comparables != null && message.comparables.length)
                    for (let i = 0; i < message.comparables.length; ++i)
                        $root.hushmark.v1.Comparable.encode(message.comparables[i], writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.exception != null && $Object.hasOwnProperty.call(message, "exception") && message.exception !== "")
                    writer.uint32(/* id 17, wireType 2 =*/138).string(message.exception);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Proposal message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Proposal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Proposal & hushmark.v1.Proposal.$Shape} Proposal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Proposal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Proposal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.proposer = value;
                            else
                                delete message.proposer;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.scenario = value;
                            else
                                delete message.scenario;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sutType = value;
                            else
                                delete message.sutType;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sutVersion = value;
                            else
                                delete message.sutVersion;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.workload = value;
                            else
                                delete message.workload;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.description = value;
                            else
                                delete message.description;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.grid = value;
                            else
                                delete message.grid;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.roster && message.roster.length))
                                message.roster = [];
                            message.roster.push(reader.stringVerify());
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.f = value;
                            else
                                delete message.f;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.q = value;
                            else
                                delete message.q;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sums && message.sums.length))
                                message.sums = [];
                            message.sums.push($root.hushmark.v1.Sum.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.schedule = $root.hushmark.v1.Schedule.decode(reader, reader.size(), $undefined, _depth + 1, message.schedule);
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.packageVersion = value;
                            else
                                delete message.packageVersion;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if (!(message.comparables && message.comparables.length))
                                message.comparables = [];
                            message.comparables.push($root.hushmark.v1.Comparable.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.exception = value;
                            else
                                delete message.exception;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Proposal message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Proposal
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Proposal} Proposal
             */
            Proposal.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Proposal)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Proposal: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Proposal();
                if (object.version != null)
                    if ($Number(object.version) !== 0)
                        message.version = object.version >>> 0;
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.proposer != null)
                    if (typeof object.proposer !== "string" || object.proposer.length)
                        message.proposer = $String(object.proposer);
                if (object.scenario != null)
                    if (typeof object.scenario !== "string" || object.scenario.length)
                        message.scenario = $String(object.scenario);
                if (object.sutType != null)
                    if (typeof object.sutType !== "string" || object.sutType.length)
                        message.sutType = $String(object.sutType);
                if (object.sutVersion != null)
                    if (typeof object.sutVersion !== "string" || object.sutVersion.length)
                        message.sutVersion = $String(object.sutVersion);
                if (object.workload != null)
                    if (typeof object.workload !== "string" || object.workload.length)
                        message.workload = $String(object.workload);
                if (object.description != null)
                    if (typeof object.description !== "string" || object.description.length)
                        message.description = $String(object.description);
                if (object.grid != null)
                    if (typeof object.grid !== "string" || object.grid.length)
                        message.grid = $String(object.grid);
                if (object.roster) {
                    if (!$Array.isArray(object.roster))
                        throw $TypeError(".hushmark.v1.Proposal.roster: array expected");
                    message.roster = $Array(object.roster.length);
                    for (let i = 0; i < object.roster.length; ++i)
                        message.roster[i] = $String(object.roster[i]);
                }
                if (object.f != null)
                    if ($Number(object.f) !== 0)
                        message.f = object.f >>> 0;
                if (object.q != null)
                    if ($Number(object.q) !== 0)
                        message.q = object.q >>> 0;
                if (object.sums) {
                    if (!$Array.isArray(object.sums))
                        throw $TypeError(".hushmark.v1.Proposal.sums: array expected");
                    message.sums = $Array(object.sums.length);
                    for (let i = 0; i < object.sums.length; ++i) {
                        if (!$util.isObject(object.sums[i]))
                            throw $TypeError(".hushmark.v1.Proposal.sums: object expected");
                        message.sums[i] = $root.hushmark.v1.Sum.fromObject(object.sums[i], _depth + 1);
                    }
                }
                if (object.schedule != null) {
                    if (!$util.isObject(object.schedule))
                        throw $TypeError(".hushmark.v1.Proposal.schedule: object expected");
                    message.schedule = $root.hushmark.v1.Schedule.fromObject(object.schedule, _depth + 1);
                }
                if (object.packageVersion != null)
                    if (typeof object.packageVersion !== "string" || object.packageVersion.length)
                        message.packageVersion = $String(object.packageVersion);
                if (object.comparables) {
                    if (!$Array.isArray(object.comparables))
                        throw $TypeError(".hushmark.v1.Proposal.comparables: array expected");
                    message.comparables = $Array(object.comparables.length);
                    for (let i = 0; i < object.comparables.length; ++i) {
                        if (!$util.isObject(object.comparables[i]))
                            throw $TypeError(".hushmark.v1.Proposal.comparables: object expected");
                        message.comparables[i] = $root.hushmark.v1.Comparable.fromObject(object.comparables[i], _depth + 1);
                    }
                }
                if (object.exception != null)
                    if (typeof object.exception !== "string" || object.exception.length)
                        message.exception = $String(object.exception);
                return message;
            };

            /**
             * Creates a plain object from a Proposal message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Proposal
             * @static
             * @param {hushmark.v1.Proposal} message Proposal
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Proposal.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.roster = [];
                    object.sums = [];
                    object.comparables = [];
                }
                if (options.defaults) {
                    object.version = 0;
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    object.proposer = "";
                    object.scenario = "";
                    object.sutType = "";
                    object.sutVersion = "";
                    object.workload = "";
                    object.description = "";
                    object.grid = "";
                    object.f = 0;
                    object.q = 0;
                    object.schedule = null;
                    object.packageVersion = "";
                    object.exception = "";
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.proposer != null && $Object.hasOwnProperty.call(message, "proposer"))
                    object.proposer = message.proposer;
                if (message.scenario != null && $Object.hasOwnProperty.call(message, "scenario"))
                    object.scenario = message.scenario;
                if (message.sutType != null && $Object.hasOwnProperty.call(message, "sutType"))
                    object.sutType = message.sutType;
                if (message.sutVersion != null && $Object.hasOwnProperty.call(message, "sutVersion"))
                    object.sutVersion = message.sutVersion;
                if (message.workload != null && $Object.hasOwnProperty.call(message, "workload"))
                    object.workload = message.workload;
                if (message.description != null && $Object.hasOwnProperty.call(message, "description"))
                    object.description = message.description;
                if (message.grid != null && $Object.hasOwnProperty.call(message, "grid"))
                    object.grid = message.grid;
                if (message.roster && message.roster.length) {
                    object.roster = $Array(message.roster.length);
                    for (let j = 0; j < message.roster.length; ++j)
                        object.roster[j] = message.roster[j];
                }
                if (message.f != null && $Object.hasOwnProperty.call(message, "f"))
                    object.f = message.f;
                if (message.q != null && $Object.hasOwnProperty.call(message, "q"))
                    object.q = message.q;
                if (message.sums && message.sums.length) {
                    object.sums = $Array(message.sums.length);
                    for (let j = 0; j < message.sums.length; ++j)
                        object.sums[j] = $root.hushmark.v1.Sum.toObject(message.sums[j], options, _depth + 1);
                }
                if (message.schedule != null && $Object.hasOwnProperty.call(message, "schedule"))
                    object.schedule = $root.hushmark.v1.Schedule.toObject(message.schedule, options, _depth + 1);
                if (message.packageVersion != null && $Object.hasOwnProperty.call(message, "packageVersion"))
                    object.packageVersion = message.packageVersion;
                if (message.comparables && message.comparables.length) {
                    object.comparables = $Array(message.comparables.length);
                    for (let j = 0; j < message.comparables.length; ++j)
                        object.comparables[j] = $root.hushmark.v1.Comparable.toObject(message.comparables[j], options, _depth + 1);
                }
                if (message.exception != null && $Object.hasOwnProperty.call(message, "exception"))
                    object.exception = message.exception;
                return object;
            };

            /**
             * Converts this Proposal to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Proposal
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Proposal.prototype.toJSON = function() {
                return Proposal.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Proposal
             * @function getTypeUrl
             * @memberof hushmark.v1.Proposal
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Proposal.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Proposal";
            };

            return Proposal;
        })();

        v1.Comparable = (function() {

            /**
             * Properties of a Comparable.
             * @typedef {Object} hushmark.v1.Comparable.$Properties
             * @property {Uint8Array|null} [round] Comparable round
             * @property {Array.<string>|null} [contributors] Comparable contributors
             * @property {Uint8Array|null} [set] Comparable set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Comparable.
             * @memberof hushmark.v1
             * @interface IComparable
             * @augments hushmark.v1.Comparable.$Properties
             * @deprecated Use hushmark.v1.Comparable.$Properties instead.
             */

            /**
             * Shape of a Comparable.
             * @typedef {hushmark.v1.Comparable.$Properties} hushmark.v1.Comparable.$Shape
             */

            /**
             * Constructs a new Comparable.
             * @memberof hushmark.v1
             * @classdesc Represents a Comparable.
             * @constructor
             * @param {hushmark.v1.Comparable.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Comparable = function (properties) {
                this.contributors = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Comparable round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Comparable
             * @instance
             */
            Comparable.prototype.round = $util.newBuffer([]);

            /**
             * Comparable contributors.
             * @member {Array.<string>} contributors
             * @memberof hushmark.v1.Comparable
             * @instance
             */
            Comparable.prototype.contributors = $util.emptyArray;

            /**
             * Comparable set.
             * @member {Uint8Array} set
             * @memberof hushmark.v1.Comparable
             * @instance
             */
            Comparable.prototype.set = $util.newBuffer([]);

            /**
             * Creates a new Comparable instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Comparable
             * @static
             * @param {hushmark.v1.Comparable.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Comparable} Comparable instance
             * @type {{
             *   (properties: hushmark.v1.Comparable.$Shape): hushmark.v1.Comparable & hushmark.v1.Comparable.$Shape;
             *   (properties?: hushmark.v1.Comparable.$Properties): hushmark.v1.Comparable;
             * }}
             */
            Comparable.create = function(properties) {
                return new Comparable(properties);
            };

            /**
             * Encodes the specified Comparable message. Does not implicitly {@link hushmark.v1.Comparable.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Comparable
             * @static
             * @param {hushmark.v1.Comparable.$Properties} message Comparable message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Comparable.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.contributors != null && message.contributors.length)
                    for (let i = 0; i < message.contributors.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.contributors[i]);
                if (message.set != null && $Object.hasOwnProperty.call(message, "set") && message.set.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.set);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Comparable message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Comparable
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Comparable & hushmark.v1.Comparable.$Shape} Comparable
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Comparable.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Comparable();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.contributors && message.contributors.length))
                                message.contributors = [];
                            message.contributors.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.set = value;
                            else
                                delete message.set;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Comparable message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Comparable
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Comparable} Comparable
             */
            Comparable.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Comparable)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Comparable: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Comparable();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.contributors) {
                    if (!$Array.isArray(object.contributors))
                        throw $TypeError(".hushmark.v1.Comparable.contributors: array expected");
                    message.contributors = $Array(object.contributors.length);
                    for (let i = 0; i < object.contributors.length; ++i)
                        message.contributors[i] = $String(object.contributors[i]);
                }
                if (object.set != null)
                    if (object.set.length)
                        if (typeof object.set === "string")
                            $util.base64.decode(object.set, message.set = $util.newBuffer($util.base64.length(object.set)), 0);
                        else if (object.set.length >= 0)
                            message.set = object.set;
                return message;
            };

            /**
             * Creates a plain object from a Comparable message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Comparable
             * @static
             * @param {hushmark.v1.Comparable} message Comparable
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Comparable.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.contributors = [];
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    if (options.bytes === $String)
                        object.set = "";
                    else {
                        object.set = [];
                        if (options.bytes !== $Array)
                            object.set = $util.newBuffer(object.set);
                    }
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.contributors && message.contributors.length) {
                    object.contributors = $Array(message.contributors.length);
                    for (let j = 0; j < message.contributors.length; ++j)
                        object.contributors[j] = message.contributors[j];
                }
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    object.set = options.bytes === $String ? $util.base64.encode(message.set, 0, message.set.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.set) : message.set;
                return object;
            };

            /**
             * Converts this Comparable to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Comparable
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Comparable.prototype.toJSON = function() {
                return Comparable.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Comparable
             * @function getTypeUrl
             * @memberof hushmark.v1.Comparable
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Comparable.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Comparable";
            };

            return Comparable;
        })();

        v1.Sum = (function() {

            /**
             * Properties of a Sum.
             * @typedef {Object} hushmark.v1.Sum.$Properties
             * @property {string|null} [id] Sum id
             * @property {string|null} [layout] Sum layout
             * @property {Uint8Array|null} [layoutDigest] Sum layoutDigest
             * @property {string|null} [input] Sum input
             * @property {number|null} [cutMs] Sum cutMs
             * @property {number|null} [voteByMs] Sum voteByMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Sum.
             * @memberof hushmark.v1
             * @interface ISum
             * @augments hushmark.v1.Sum.$Properties
             * @deprecated Use hushmark.v1.Sum.$Properties instead.
             */

            /**
             * Shape of a Sum.
             * @typedef {hushmark.v1.Sum.$Properties} hushmark.v1.Sum.$Shape
             */

            /**
             * Constructs a new Sum.
             * @memberof hushmark.v1
             * @classdesc Represents a Sum.
             * @constructor
             * @param {hushmark.v1.Sum.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Sum = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Sum id.
             * @member {string} id
             * @memberof hushmark.v1.Sum
             * @instance
             */
            Sum.prototype.id = "";

            /**
             * Sum layout.
             * @member {string} layout
             * @memberof hushmark.v1.Sum
             * @instance
             */
            Sum.prototype.layout = "";

            /**
             * Sum layoutDigest.
             * @member {Uint8Array} layoutDigest
             * @memberof hushmark.v1.Sum
             * @instance
             */
            Sum.prototype.layoutDigest = $util.newBuffer([]);

            /**
             * Sum input.
             * @member {string} input
             * @memberof hushmark.v1.Sum
             * @instance
             */
            Sum.prototype.input = "";

            /**
             * Sum cutMs.
             * @member {number} cutMs
             * @memberof hushmark.v1.Sum
             * @instance
             */
            Sum.prototype.cutMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Sum voteByMs.
             * @member {number} voteByMs
             * @memberof hushmark.v1.Sum
             * @instance
             */
            Sum.prototype.voteByMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Sum instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Sum
             * @static
             * @param {hushmark.v1.Sum.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Sum} Sum instance
             * @type {{
             *   (properties: hushmark.v1.Sum.$Shape): hushmark.v1.Sum & hushmark.v1.Sum.$Shape;
             *   (properties?: hushmark.v1.Sum.$Properties): hushmark.v1.Sum;
             * }}
             */
            Sum.create = function(properties) {
                return new Sum(properties);
            };

            /**
             * Encodes the specified Sum message. Does not implicitly {@link hushmark.v1.Sum.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Sum
             * @static
             * @param {hushmark.v1.Sum.$Properties} message Sum message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Sum.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                if (message.layout != null && $Object.hasOwnProperty.call(message, "layout") && message.layout !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.layout);
                if (message.layoutDigest != null && $Object.hasOwnProperty.call(message, "layoutDigest") && message.layoutDigest.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.layoutDigest);
                if (message.input != null && $Object.hasOwnProperty.call(message, "input") && message.input !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.input);
                if (message.cutMs != null && $Object.hasOwnProperty.call(message, "cutMs") && (typeof message.cutMs === "object" ? message.cutMs.low || message.cutMs.high : message.cutMs !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.cutMs);
                if (message.voteByMs != null && $Object.hasOwnProperty.call(message, "voteByMs") && (typeof message.voteByMs === "object" ? message.voteByMs.low || message.voteByMs.high : message.voteByMs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.voteByMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Sum message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Sum
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Sum & hushmark.v1.Sum.$Shape} Sum
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Sum.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Sum();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.layout = value;
                            else
                                delete message.layout;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.layoutDigest = value;
                            else
                                delete message.layoutDigest;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.input = value;
                            else
                                delete message.input;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.cutMs = value;
                            else
                                delete message.cutMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.voteByMs = value;
                            else
                                delete message.voteByMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Sum message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Sum
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Sum} Sum
             */
            Sum.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Sum)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Sum: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Sum();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.layout != null)
                    if (typeof object.layout !== "string" || object.layout.length)
                        message.layout = $String(object.layout);
                if (object.layoutDigest != null)
                    if (object.layoutDigest.length)
                        if (typeof object.layoutDigest === "string")
                            $util.base64.decode(object.layoutDigest, message.layoutDigest = $util.newBuffer($util.base64.length(object.layoutDigest)), 0);
                        else if (object.layoutDigest.length >= 0)
                            message.layoutDigest = object.layoutDigest;
                if (object.input != null)
                    if (typeof object.input !== "string" || object.input.length)
                        message.input = $String(object.input);
                if (object.cutMs != null)
                    if (typeof object.cutMs === "object" ? object.cutMs.low || object.cutMs.high : $Number(object.cutMs) !== 0)
                        if ($util.Long)
                            message.cutMs = $util.Long.fromValue(object.cutMs, true);
                        else if (typeof object.cutMs === "string")
                            message.cutMs = $parseInt(object.cutMs, 10);
                        else if (typeof object.cutMs === "number")
                            message.cutMs = object.cutMs;
                        else if (typeof object.cutMs === "object")
                            message.cutMs = new $util.LongBits(object.cutMs.low >>> 0, object.cutMs.high >>> 0).toNumber(true);
                if (object.voteByMs != null)
                    if (typeof object.voteByMs === "object" ? object.voteByMs.low || object.voteByMs.high : $Number(object.voteByMs) !== 0)
                        if ($util.Long)
                            message.voteByMs = $util.Long.fromValue(object.voteByMs, true);
                        else if (typeof object.voteByMs === "string")
                            message.voteByMs = $parseInt(object.voteByMs, 10);
                        else if (typeof object.voteByMs === "number")
                            message.voteByMs = object.voteByMs;
                        else if (typeof object.voteByMs === "object")
                            message.voteByMs = new $util.LongBits(object.voteByMs.low >>> 0, object.voteByMs.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a Sum message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Sum
             * @static
             * @param {hushmark.v1.Sum} message Sum
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Sum.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.id = "";
                    object.layout = "";
                    if (options.bytes === $String)
                        object.layoutDigest = "";
                    else {
                        object.layoutDigest = [];
                        if (options.bytes !== $Array)
                            object.layoutDigest = $util.newBuffer(object.layoutDigest);
                    }
                    object.input = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.cutMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.cutMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.voteByMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.voteByMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.layout != null && $Object.hasOwnProperty.call(message, "layout"))
                    object.layout = message.layout;
                if (message.layoutDigest != null && $Object.hasOwnProperty.call(message, "layoutDigest"))
                    object.layoutDigest = options.bytes === $String ? $util.base64.encode(message.layoutDigest, 0, message.layoutDigest.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.layoutDigest) : message.layoutDigest;
                if (message.input != null && $Object.hasOwnProperty.call(message, "input"))
                    object.input = message.input;
                if (message.cutMs != null && $Object.hasOwnProperty.call(message, "cutMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.cutMs = typeof message.cutMs === "number" ? $BigInt(message.cutMs) : $util.Long.fromBits(message.cutMs.low >>> 0, message.cutMs.high >>> 0, true).toBigInt();
                    else if (typeof message.cutMs === "number")
                        object.cutMs = options.longs === $String ? $String(message.cutMs) : message.cutMs;
                    else
                        object.cutMs = options.longs === $String ? $util.Long.prototype.toString.call(message.cutMs) : options.longs === $Number ? new $util.LongBits(message.cutMs.low >>> 0, message.cutMs.high >>> 0).toNumber(true) : message.cutMs;
                if (message.voteByMs != null && $Object.hasOwnProperty.call(message, "voteByMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.voteByMs = typeof message.voteByMs === "number" ? $BigInt(message.voteByMs) : $util.Long.fromBits(message.voteByMs.low >>> 0, message.voteByMs.high >>> 0, true).toBigInt();
                    else if (typeof message.voteByMs === "number")
                        object.voteByMs = options.longs === $String ? $String(message.voteByMs) : message.voteByMs;
                    else
                        object.voteByMs = options.longs === $String ? $util.Long.prototype.toString.call(message.voteByMs) : options.longs === $Number ? new $util.LongBits(message.voteByMs.low >>> 0, message.voteByMs.high >>> 0).toNumber(true) : message.voteByMs;
                return object;
            };

            /**
             * Converts this Sum to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Sum
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Sum.prototype.toJSON = function() {
                return Sum.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Sum
             * @function getTypeUrl
             * @memberof hushmark.v1.Sum
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Sum.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Sum";
            };

            return Sum;
        })();

        v1.Schedule = (function() {

            /**
             * Properties of a Schedule.
             * @typedef {Object} hushmark.v1.Schedule.$Properties
             * @property {number|null} [acceptByMs] Schedule acceptByMs
             * @property {number|null} [commitByMs] Schedule commitByMs
             * @property {number|null} [readyByMs] Schedule readyByMs
             * @property {number|null} [startMs] Schedule startMs
             * @property {number|null} [warmUpMs] Schedule warmUpMs
             * @property {number|null} [runMs] Schedule runMs
             * @property {number|null} [drainMs] Schedule drainMs
             * @property {number|null} [closingMs] Schedule closingMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Schedule.
             * @memberof hushmark.v1
             * @interface ISchedule
             * @augments hushmark.v1.Schedule.$Properties
             * @deprecated Use hushmark.v1.Schedule.$Properties instead.
             */

            /**
             * Shape of a Schedule.
             * @typedef {hushmark.v1.Schedule.$Properties} hushmark.v1.Schedule.$Shape
             */

            /**
             * Constructs a new Schedule.
             * @memberof hushmark.v1
             * @classdesc Represents a Schedule.
             * @constructor
             * @param {hushmark.v1.Schedule.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Schedule = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Schedule acceptByMs.
             * @member {number} acceptByMs
             * @memberof hushmark.v1.Schedule
             * @instance
             */
            Schedule.prototype.acceptByMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Schedule commitByMs.
             * @member {number} commitByMs
             * @memberof hushmark.v1.Schedule
             * @instance
             */
            Schedule.prototype.commitByMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Schedule readyByMs.
             * @member {number} readyByMs
             * @memberof hushmark.v1.Schedule
             * @instance
             */
            Schedule.prototype.readyByMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Schedule startMs.
             * @member {number} startMs
             * @memberof hushmark.v1.Schedule
             * @instance
             */
            Schedule.prototype.startMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Schedule warmUpMs.
             * @member {number} warmUpMs
             * @memberof hushmark.v1.Schedule
             * @instance
             */
            Schedule.prototype.warmUpMs = 0;

            /**
             * Schedule runMs.
             * @member {number} runMs
             * @memberof hushmark.v1.Schedule
             * @instance
             */
            Schedule.prototype.runMs = 0;

            /**
             * Schedule drainMs.
             * @member {number} drainMs
             * @memberof hushmark.v1.Schedule
             * @instance
             */
            Schedule.prototype.drainMs = 0;

            /**
             * Schedule closingMs.
             * @member {number} closingMs
             * @memberof hushmark.v1.Schedule
             * @instance
             */
            Schedule.prototype.closingMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Schedule instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Schedule
             * @static
             * @param {hushmark.v1.Schedule.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Schedule} Schedule instance
             * @type {{
             *   (properties: hushmark.v1.Schedule.$Shape): hushmark.v1.Schedule & hushmark.v1.Schedule.$Shape;
             *   (properties?: hushmark.v1.Schedule.$Properties): hushmark.v1.Schedule;
             * }}
             */
            Schedule.create = function(properties) {
                return new Schedule(properties);
            };

            /**
             * Encodes the specified Schedule message. Does not implicitly {@link hushmark.v1.Schedule.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Schedule
             * @static
             * @param {hushmark.v1.Schedule.$Properties} message Schedule message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Schedule.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.acceptByMs != null && $Object.hasOwnProperty.call(message, "acceptByMs") && (typeof message.acceptByMs === "object" ? message.acceptByMs.low || message.acceptByMs.high : message.acceptByMs !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.acceptByMs);
                if (message.commitByMs != null && $Object.hasOwnProperty.call(message, "commitByMs") && (typeof message.commitByMs === "object" ? message.commitByMs.low || message.commitByMs.high : message.commitByMs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.commitByMs);
                if (message.readyByMs != null && $Object.hasOwnProperty.call(message, "readyByMs") && (typeof message.readyByMs === "object" ? message.readyByMs.low || message.readyByMs.high : message.readyByMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.readyByMs);
                if (message.startMs != null && $Object.hasOwnProperty.call(message, "startMs") && (typeof message.startMs === "object" ? message.startMs.low || message.startMs.high : message.startMs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.startMs);
                if (message.warmUpMs != null && $Object.hasOwnProperty.call(message, "warmUpMs") && message.warmUpMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.warmUpMs);
                if (message.runMs != null && $Object.hasOwnProperty.call(message, "runMs") && message.runMs !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.runMs);
                if (message.drainMs != null && $Object.hasOwnProperty.call(message, "drainMs") && message.drainMs !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.drainMs);
                if (message.closingMs != null && $Object.hasOwnProperty.call(message, "closingMs") && (typeof message.closingMs === "object" ? message.closingMs.low || message.closingMs.high : message.closingMs !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.closingMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Schedule message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Schedule
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Schedule & hushmark.v1.Schedule.$Shape} Schedule
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Schedule.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Schedule();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.acceptByMs = value;
                            else
                                delete message.acceptByMs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.commitByMs = value;
                            else
                                delete message.commitByMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.readyByMs = value;
                            else
                                delete message.readyByMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startMs = value;
                            else
                                delete message.startMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.warmUpMs = value;
                            else
                                delete message.warmUpMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.runMs = value;
                            else
                                delete message.runMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.drainMs = value;
                            else
                                delete message.drainMs;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.closingMs = value;
                            else
                                delete message.closingMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Schedule message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Schedule
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Schedule} Schedule
             */
            Schedule.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Schedule)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Schedule: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Schedule();
                if (object.acceptByMs != null)
                    if (typeof object.acceptByMs === "object" ? object.acceptByMs.low || object.acceptByMs.high : $Number(object.acceptByMs) !== 0)
                        if ($util.Long)
                            message.acceptByMs = $util.Long.fromValue(object.acceptByMs, true);
                        else if (typeof object.acceptByMs === "string")
                            message.acceptByMs = $parseInt(object.acceptByMs, 10);
                        else if (typeof object.acceptByMs === "number")
                            message.acceptByMs = object.acceptByMs;
                        else if (typeof object.acceptByMs === "object")
                            message.acceptByMs = new $util.LongBits(object.acceptByMs.low >>> 0, object.acceptByMs.high >>> 0).toNumber(true);
                if (object.commitByMs != null)
                    if (typeof object.commitByMs === "object" ? object.commitByMs.low || object.commitByMs.high : $Number(object.commitByMs) !== 0)
                        if ($util.Long)
                            message.commitByMs = $util.Long.fromValue(object.commitByMs, true);
                        else if (typeof object.commitByMs === "string")
                            message.commitByMs = $parseInt(object.commitByMs, 10);
                        else if (typeof object.commitByMs === "number")
                            message.commitByMs = object.commitByMs;
                        else if (typeof object.commitByMs === "object")
                            message.commitByMs = new $util.LongBits(object.commitByMs.low >>> 0, object.commitByMs.high >>> 0).toNumber(true);
                if (object.readyByMs != null)
                    if (typeof object.readyByMs === "object" ? object.readyByMs.low || object.readyByMs.high : $Number(object.readyByMs) !== 0)
                        if ($util.Long)
                            message.readyByMs = $util.Long.fromValue(object.readyByMs, true);
                        else if (typeof object.readyByMs === "string")
                            message.readyByMs = $parseInt(object.readyByMs, 10);
                        else if (typeof object.readyByMs === "number")
                            message.readyByMs = object.readyByMs;
                        else if (typeof object.readyByMs === "object")
                            message.readyByMs = new $util.LongBits(object.readyByMs.low >>> 0, object.readyByMs.high >>> 0).toNumber(true);
                if (object.startMs != null)
                    if (typeof object.startMs === "object" ? object.startMs.low || object.startMs.high : $Number(object.startMs) !== 0)
                        if ($util.Long)
                            message.startMs = $util.Long.fromValue(object.startMs, true);
                        else if (typeof object.startMs === "string")
                            message.startMs = $parseInt(object.startMs, 10);
                        else if (typeof object.startMs === "number")
                            message.startMs = object.startMs;
                        else if (typeof object.startMs === "object")
                            message.startMs = new $util.LongBits(object.startMs.low >>> 0, object.startMs.high >>> 0).toNumber(true);
                if (object.warmUpMs != null)
                    if ($Number(object.warmUpMs) !== 0)
                        message.warmUpMs = object.warmUpMs >>> 0;
                if (object.runMs != null)
                    if ($Number(object.runMs) !== 0)
                        message.runMs = object.runMs >>> 0;
                if (object.drainMs != null)
                    if ($Number(object.drainMs) !== 0)
                        message.drainMs = object.drainMs >>> 0;
                if (object.closingMs != null)
                    if (typeof object.closingMs === "object" ? object.closingMs.low || object.closingMs.high : $Number(object.closingMs) !== 0)
                        if ($util.Long)
                            message.closingMs = $util.Long.fromValue(object.closingMs, true);
                        else if (typeof object.closingMs === "string")
                            message.closingMs = $parseInt(object.closingMs, 10);
                        else if (typeof object.closingMs === "number")
                            message.closingMs = object.closingMs;
                        else if (typeof object.closingMs === "object")
                            message.closingMs = new $util.LongBits(object.closingMs.low >>> 0, object.closingMs.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a Schedule message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Schedule
             * @static
             * @param {hushmark.v1.Schedule} message Schedule
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Schedule.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.acceptByMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.acceptByMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.commitByMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.commitByMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.readyByMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.readyByMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.startMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.startMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.warmUpMs = 0;
                    object.runMs = 0;
                    object.drainMs = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.closingMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.closingMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.acceptByMs != null && $Object.hasOwnProperty.call(message, "acceptByMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.acceptByMs = typeof message.acceptByMs === "number" ? $BigInt(message.acceptByMs) : $util.Long.fromBits(message.acceptByMs.low >>> 0, message.acceptByMs.high >>> 0, true).toBigInt();
                    else if (typeof message.acceptByMs === "number")
                        object.acceptByMs = options.longs === $String ? $String(message.acceptByMs) : message.acceptByMs;
                    else
                        object.acceptByMs = options.longs === $String ? $util.Long.prototype.toString.call(message.acceptByMs) : options.longs === $Number ? new $util.LongBits(message.acceptByMs.low >>> 0, message.acceptByMs.high >>> 0).toNumber(true) : message.acceptByMs;
                if (message.commitByMs != null && $Object.hasOwnProperty.call(message, "commitByMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.commitByMs = typeof message.commitByMs === "number" ? $BigInt(message.commitByMs) : $util.Long.fromBits(message.commitByMs.low >>> 0, message.commitByMs.high >>> 0, true).toBigInt();
                    else if (typeof message.commitByMs === "number")
                        object.commitByMs = options.longs === $String ? $String(message.commitByMs) : message.commitByMs;
                    else
                        object.commitByMs = options.longs === $String ? $util.Long.prototype.toString.call(message.commitByMs) : options.longs === $Number ? new $util.LongBits(message.commitByMs.low >>> 0, message.commitByMs.high >>> 0).toNumber(true) : message.commitByMs;
                if (message.readyByMs != null && $Object.hasOwnProperty.call(message, "readyByMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.readyByMs = typeof message.readyByMs === "number" ? $BigInt(message.readyByMs) : $util.Long.fromBits(message.readyByMs.low >>> 0, message.readyByMs.high >>> 0, true).toBigInt();
                    else if (typeof message.readyByMs === "number")
                        object.readyByMs = options.longs === $String ? $String(message.readyByMs) : message.readyByMs;
                    else
                        object.readyByMs = options.longs === $String ? $util.Long.prototype.toString.call(message.readyByMs) : options.longs === $Number ? new $util.LongBits(message.readyByMs.low >>> 0, message.readyByMs.high >>> 0).toNumber(true) : message.readyByMs;
                if (message.startMs != null && $Object.hasOwnProperty.call(message, "startMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.startMs = typeof message.startMs === "number" ? $BigInt(message.startMs) : $util.Long.fromBits(message.startMs.low >>> 0, message.startMs.high >>> 0, true).toBigInt();
                    else if (typeof message.startMs === "number")
                        object.startMs = options.longs === $String ? $String(message.startMs) : message.startMs;
                    else
                        object.startMs = options.longs === $String ? $util.Long.prototype.toString.call(message.startMs) : options.longs === $Number ? new $util.LongBits(message.startMs.low >>> 0, message.startMs.high >>> 0).toNumber(true) : message.startMs;
                if (message.warmUpMs != null && $Object.hasOwnProperty.call(message, "warmUpMs"))
                    object.warmUpMs = message.warmUpMs;
                if (message.runMs != null && $Object.hasOwnProperty.call(message, "runMs"))
                    object.runMs = message.runMs;
                if (message.drainMs != null && $Object.hasOwnProperty.call(message, "drainMs"))
                    object.drainMs = message.drainMs;
                if (message.closingMs != null && $Object.hasOwnProperty.call(message, "closingMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.closingMs = typeof message.closingMs === "number" ? $BigInt(message.closingMs) : $util.Long.fromBits(message.closingMs.low >>> 0, message.closingMs.high >>> 0, true).toBigInt();
                    else if (typeof message.closingMs === "number")
                        object.closingMs = options.longs === $String ? $String(message.closingMs) : message.closingMs;
                    else
                        object.closingMs = options.longs === $String ? $util.Long.prototype.toString.call(message.closingMs) : options.longs === $Number ? new $util.LongBits(message.closingMs.low >>> 0, message.closingMs.high >>> 0).toNumber(true) : message.closingMs;
                return object;
            };

            /**
             * Converts this Schedule to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Schedule
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Schedule.prototype.toJSON = function() {
                return Schedule.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Schedule
             * @function getTypeUrl
             * @memberof hushmark.v1.Schedule
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Schedule.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Schedule";
            };

            return Schedule;
        })();

        v1.Acceptance = (function() {

            /**
             * Properties of an Acceptance.
             * @typedef {Object} hushmark.v1.Acceptance.$Properties
             * @property {Uint8Array|null} [round] Acceptance round
             * @property {string|null} [packageVersion] Acceptance packageVersion
             * @property {Uint8Array|null} [lockfileDigest] Acceptance lockfileDigest
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Acceptance.
             * @memberof hushmark.v1
             * @interface IAcceptance
             * @augments hushmark.v1.Acceptance.$Properties
             * @deprecated Use hushmark.v1.Acceptance.$Properties instead.
             */

            /**
             * Shape of an Acceptance.
             * @typedef {hushmark.v1.Acceptance.$Properties} hushmark.v1.Acceptance.$Shape
             */

            /**
             * Constructs a new Acceptance.
             * @memberof hushmark.v1
             * @classdesc Represents an Acceptance.
             * @constructor
             * @param {hushmark.v1.Acceptance.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Acceptance = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Acceptance round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Acceptance
             * @instance
             */
            Acceptance.prototype.round = $util.newBuffer([]);

            /**
             * Acceptance packageVersion.
             * @member {string} packageVersion
             * @memberof hushmark.v1.Acceptance
             * @instance
             */
            Acceptance.prototype.packageVersion = "";

            /**
             * Acceptance lockfileDigest.
             * @member {Uint8Array} lockfileDigest
             * @memberof hushmark.v1.Acceptance
             * @instance
             */
            Acceptance.prototype.lockfileDigest = $util.newBuffer([]);

            /**
             * Creates a new Acceptance instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Acceptance
             * @static
             * @param {hushmark.v1.Acceptance.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Acceptance} Acceptance instance
             * @type {{
             *   (properties: hushmark.v1.Acceptance.$Shape): hushmark.v1.Acceptance & hushmark.v1.Acceptance.$Shape;
             *   (properties?: hushmark.v1.Acceptance.$Properties): hushmark.v1.Acceptance;
             * }}
             */
            Acceptance.create = function(properties) {
                return new Acceptance(properties);
            };

            /**
             * Encodes the specified Acceptance message. Does not implicitly {@link hushmark.v1.Acceptance.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Acceptance
             * @static
             * @param {hushmark.v1.Acceptance.$Properties} message Acceptance message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Acceptance.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.packageVersion != null && $Object.hasOwnProperty.call(message, "packageVersion") && message.packageVersion !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.packageVersion);
                if (message.lockfileDigest != null && $Object.hasOwnProperty.call(message, "lockfileDigest") && message.lockfileDigest.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.lockfileDigest);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Acceptance message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Acceptance
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Acceptance & hushmark.v1.Acceptance.$Shape} Acceptance
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Acceptance.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Acceptance();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.packageVersion = value;
                            else
                                delete message.packageVersion;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.lockfileDigest = value;
                            else
                                delete message.lockfileDigest;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Acceptance message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Acceptance
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Acceptance} Acceptance
             */
            Acceptance.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Acceptance)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Acceptance: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Acceptance();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.packageVersion != null)
                    if (typeof object.packageVersion !== "string" || object.packageVersion.length)
                        message.packageVersion = $String(object.packageVersion);
                if (object.lockfileDigest != null)
                    if (object.lockfileDigest.length)
                        if (typeof object.lockfileDigest === "string")
                            $util.base64.decode(object.lockfileDigest, message.lockfileDigest = $util.newBuffer($util.base64.length(object.lockfileDigest)), 0);
                        else if (object.lockfileDigest.length >= 0)
                            message.lockfileDigest = object.lockfileDigest;
                return message;
            };

            /**
             * Creates a plain object from an Acceptance message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Acceptance
             * @static
             * @param {hushmark.v1.Acceptance} message Acceptance
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Acceptance.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.packageVersion = "";
                    if (options.bytes === $String)
                        object.lockfileDigest = "";
                    else {
                        object.lockfileDigest = [];
                        if (options.bytes !== $Array)
                            object.lockfileDigest = $util.newBuffer(object.lockfileDigest);
                    }
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.packageVersion != null && $Object.hasOwnProperty.call(message, "packageVersion"))
                    object.packageVersion = message.packageVersion;
                if (message.lockfileDigest != null && $Object.hasOwnProperty.call(message, "lockfileDigest"))
                    object.lockfileDigest = options.bytes === $String ? $util.base64.encode(message.lockfileDigest, 0, message.lockfileDigest.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.lockfileDigest) : message.lockfileDigest;
                return object;
            };

            /**
             * Converts this Acceptance to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Acceptance
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Acceptance.prototype.toJSON = function() {
                return Acceptance.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Acceptance
             * @function getTypeUrl
             * @memberof hushmark.v1.Acceptance
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Acceptance.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Acceptance";
            };

            return Acceptance;
        })();

        v1.Decline = (function() {

            /**
             * Properties of a Decline.
             * @typedef {Object} hushmark.v1.Decline.$Properties
             * @property {Uint8Array|null} [round] Decline round
             * @property {string|null} [code] Decline code
             * @property {string|null} [reason] Decline reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Decline.
             * @memberof hushmark.v1
             * @interface IDecline
             * @augments hushmark.v1.Decline.$Properties
             * @deprecated Use hushmark.v1.Decline.$Properties instead.
             */

            /**
             * Shape of a Decline.
             * @typedef {hushmark.v1.Decline.$Properties} hushmark.v1.Decline.$Shape
             */

            /**
             * Constructs a new Decline.
             * @memberof hushmark.v1
             * @classdesc Represents a Decline.
             * @constructor
             * @param {hushmark.v1.Decline.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Decline = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Decline round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Decline
             * @instance
             */
            Decline.prototype.round = $util.newBuffer([]);

            /**
             * Decline code.
             * @member {string} code
             * @memberof hushmark.v1.Decline
             * @instance
             */
            Decline.prototype.code = "";

            /**
             * Decline reason.
             * @member {string} reason
             * @memberof hushmark.v1.Decline
             * @instance
             */
            Decline.prototype.reason = "";

            /**
             * Creates a new Decline instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Decline
             * @static
             * @param {hushmark.v1.Decline.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Decline} Decline instance
             * @type {{
             *   (properties: hushmark.v1.Decline.$Shape): hushmark.v1.Decline & hushmark.v1.Decline.$Shape;
             *   (properties?: hushmark.v1.Decline.$Properties): hushmark.v1.Decline;
             * }}
             */
            Decline.create = function(properties) {
                return new Decline(properties);
            };

            /**
             * Encodes the specified Decline message. Does not implicitly {@link hushmark.v1.Decline.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Decline
             * @static
             * @param {hushmark.v1.Decline.$Properties} message Decline message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Decline.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Decline message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Decline
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Decline & hushmark.v1.Decline.$Shape} Decline
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Decline.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Decline();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Decline message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Decline
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Decline} Decline
             */
            Decline.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Decline)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Decline: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Decline();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            /**
             * Creates a plain object from a Decline message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Decline
             * @static
             * @param {hushmark.v1.Decline} message Decline
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Decline.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.code = "";
                    object.reason = "";
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            /**
             * Converts this Decline to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Decline
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Decline.prototype.toJSON = function() {
                return Decline.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Decline
             * @function getTypeUrl
             * @memberof hushmark.v1.Decline
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Decline.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Decline";
            };

            return Decline;
        })();

        v1.Commit = (function() {

            /**
             * Properties of a Commit.
             * @typedef {Object} hushmark.v1.Commit.$Properties
             * @property {Uint8Array|null} [round] Commit round
             * @property {Array.<string>|null} [roster] Commit roster
             * @property {Uint8Array|null} [acceptances] Commit acceptances
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Commit.
             * @memberof hushmark.v1
             * @interface ICommit
             * @augments hushmark.v1.Commit.$Properties
             * @deprecated Use hushmark.v1.Commit.$Properties instead.
             */

            /**
             * Shape of a Commit.
             * @typedef {hushmark.v1.Commit.$Properties} hushmark.v1.Commit.$Shape
             */

            /**
             * Constructs a new Commit.
             * @memberof hushmark.v1
             * @classdesc Represents a Commit.
             * @constructor
             * @param {hushmark.v1.Commit.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Commit = function (properties) {
                this.roster = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Commit round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Commit
             * @instance
             */
            Commit.prototype.round = $util.newBuffer([]);

            /**
             * Commit roster.
             * @member {Array.<string>} roster
             * @memberof hushmark.v1.Commit
             * @instance
             */
            Commit.prototype.roster = $util.emptyArray;

            /**
             * Commit acceptances.
             * @member {Uint8Array} acceptances
             * @memberof hushmark.v1.Commit
             * @instance
             */
            Commit.prototype.acceptances = $util.newBuffer([]);

            /**
             * Creates a new Commit instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Commit
             * @static
             * @param {hushmark.v1.Commit.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Commit} Commit instance
             * @type {{
             *   (properties: hushmark.v1.Commit.$Shape): hushmark.v1.Commit & hushmark.v1.Commit.$Shape;
             *   (properties?: hushmark.v1.Commit.$Properties): hushmark.v1.Commit;
             * }}
             */
            Commit.create = function(properties) {
                return new Commit(properties);
            };

            /**
             * Encodes the specified Commit message. Does not implicitly {@link hushmark.v1.Commit.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Commit
             * @static
             * @param {hushmark.v1.Commit.$Properties} message Commit message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Commit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.roster != null && message.roster.length)
                    for (let i = 0; i < message.roster.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.roster[i]);
                if (message.acceptances != null && $Object.hasOwnProperty.call(message, "acceptances") && message.acceptances.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.acceptances);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Commit message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Commit
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Commit & hushmark.v1.Commit.$Shape} Commit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Commit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Commit();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.roster && message.roster.length))
                                message.roster = [];
                            message.roster.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.acceptances = value;
                            else
                                delete message.acceptances;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Commit message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Commit
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Commit} Commit
             */
            Commit.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Commit)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Commit: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Commit();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.roster) {
                    if (!$Array.isArray(object.roster))
                        throw $TypeError(".hushmark.v1.Commit.roster: array expected");
                    message.roster = $Array(object.roster.length);
                    for (let i = 0; i < object.roster.length; ++i)
                        message.roster[i] = $String(object.roster[i]);
                }
                if (object.acceptances != null)
                    if (object.acceptances.length)
                        if (typeof object.acceptances === "string")
                            $util.base64.decode(object.acceptances, message.acceptances = $util.newBuffer($util.base64.length(object.acceptances)), 0);
                        else if (object.acceptances.length >= 0)
                            message.acceptances = object.acceptances;
                return message;
            };

            /**
             * Creates a plain object from a Commit message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Commit
             * @static
             * @param {hushmark.v1.Commit} message Commit
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Commit.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.roster = [];
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    if (options.bytes === $String)
                        object.acceptances = "";
                    else {
                        object.acceptances = [];
                        if (options.bytes !== $Array)
                            object.acceptances = $util.newBuffer(object.acceptances);
                    }
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.roster && message.roster.length) {
                    object.roster = $Array(message.roster.length);
                    for (let j = 0; j < message.roster.length; ++j)
                        object.roster[j] = message.roster[j];
                }
                if (message.acceptances != null && $Object.hasOwnProperty.call(message, "acceptances"))
                    object.acceptances = options.bytes === $String ? $util.base64.encode(message.acceptances, 0, message.acceptances.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.acceptances) : message.acceptances;
                return object;
            };

            /**
             * Converts this Commit to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Commit
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Commit.prototype.toJSON = function() {
                return Commit.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Commit
             * @function getTypeUrl
             * @memberof hushmark.v1.Commit
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Commit.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Commit";
            };

            return Commit;
        })();

        v1.Abort = (function() {

            /**
             * Properties of an Abort.
             * @typedef {Object} hushmark.v1.Abort.$Properties
             * @property {Uint8Array|null} [round] Abort round
             * @property {string|null} [code] Abort code
             * @property {string|null} [reason] Abort reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Abort.
             * @memberof hushmark.v1
             * @interface IAbort
             * @augments hushmark.v1.Abort.$Properties
             * @deprecated Use hushmark.v1.Abort.$Properties instead.
             */

            /**
             * Shape of an Abort.
             * @typedef {hushmark.v1.Abort.$Properties} hushmark.v1.Abort.$Shape
             */

            /**
             * Constructs a new Abort.
             * @memberof hushmark.v1
             * @classdesc Represents an Abort.
             * @constructor
             * @param {hushmark.v1.Abort.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Abort = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Abort round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Abort
             * @instance
             */
            Abort.prototype.round = $util.newBuffer([]);

            /**
             * Abort code.
             * @member {string} code
             * @memberof hushmark.v1.Abort
             * @instance
             */
            Abort.prototype.code = "";

            /**
             * Abort reason.
             * @member {string} reason
             * @memberof hushmark.v1.Abort
             * @instance
             */
            Abort.prototype.reason = "";

            /**
             * Creates a new Abort instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Abort
             * @static
             * @param {hushmark.v1.Abort.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Abort} Abort instance
             * @type {{
             *   (properties: hushmark.v1.Abort.$Shape): hushmark.v1.Abort & hushmark.v1.Abort.$Shape;
             *   (properties?: hushmark.v1.Abort.$Properties): hushmark.v1.Abort;
             * }}
             */
            Abort.create = function(properties) {
                return new Abort(properties);
            };

            /**
             * Encodes the specified Abort message. Does not implicitly {@link hushmark.v1.Abort.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Abort
             * @static
             * @param {hushmark.v1.Abort.$Properties} message Abort message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Abort.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Abort message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Abort
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Abort & hushmark.v1.Abort.$Shape} Abort
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Abort.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Abort();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Abort message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Abort
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Abort} Abort
             */
            Abort.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Abort)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Abort: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Abort();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            /**
             * Creates a plain object from an Abort message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Abort
             * @static
             * @param {hushmark.v1.Abort} message Abort
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Abort.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.code = "";
                    object.reason = "";
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            /**
             * Converts this Abort to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Abort
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Abort.prototype.toJSON = function() {
                return Abort.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Abort
             * @function getTypeUrl
             * @memberof hushmark.v1.Abort
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Abort.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Abort";
            };

            return Abort;
        })();

        v1.Keys = (function() {

            /**
             * Properties of a Keys.
             * @typedef {Object} hushmark.v1.Keys.$Properties
             * @property {Uint8Array|null} [round] Keys round
             * @property {Array.<hushmark.v1.SumKeys.$Properties>|null} [sums] Keys sums
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Keys.
             * @memberof hushmark.v1
             * @interface IKeys
             * @augments hushmark.v1.Keys.$Properties
             * @deprecated Use hushmark.v1.Keys.$Properties instead.
             */

            /**
             * Shape of a Keys.
             * @typedef {hushmark.v1.Keys.$Properties} hushmark.v1.Keys.$Shape
             */

            /**
             * Constructs a new Keys.
             * @memberof hushmark.v1
             * @classdesc Represents a Keys.
             * @constructor
             * @param {hushmark.v1.Keys.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Keys = function (properties) {
                this.sums = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Keys round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Keys
             * @instance
             */
            Keys.prototype.round = $util.newBuffer([]);

            /**
             * Keys sums.
             * @member {Array.<hushmark.v1.SumKeys.$Properties>} sums
             * @memberof hushmark.v1.Keys
             * @instance
             */
            Keys.prototype.sums = $util.emptyArray;

            /**
             * Creates a new Keys instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Keys
             * @static
             * @param {hushmark.v1.Keys.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Keys} Keys instance
             * @type {{
             *   (properties: hushmark.v1.Keys.$Shape): hushmark.v1.Keys & hushmark.v1.Keys.$Shape;
             *   (properties?: hushmark.v1.Keys.$Properties): hushmark.v1.Keys;
             * }}
             */
            Keys.create = function(properties) {
                return new Keys(properties);
            };

            /**
             * Encodes the specified Keys message. Does not implicitly {@link hushmark.v1.Keys.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Keys
             * @static
             * @param {hushmark.v1.Keys.$Properties} message Keys message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Keys.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.sums != null && message.sums.length)
                    for (let i = 0; i < message.sums.length; ++i)
                        $root.hushmark.v1.SumKeys.encode(message.sums[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Keys message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Keys
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Keys & hushmark.v1.Keys.$Shape} Keys
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Keys.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Keys();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sums && message.sums.length))
                                message.sums = [];
                            message.sums.push($root.hushmark.v1.SumKeys.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Keys message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Keys
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Keys} Keys
             */
            Keys.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Keys)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Keys: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Keys();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.sums) {
                    if (!$Array.isArray(object.sums))
                        throw $TypeError(".hushmark.v1.Keys.sums: array expected");
                    message.sums = $Array(object.sums.length);
                    for (let i = 0; i < object.sums.length; ++i) {
                        if (!$util.isObject(object.sums[i]))
                            throw $TypeError(".hushmark.v1.Keys.sums: object expected");
                        message.sums[i] = $root.hushmark.v1.SumKeys.fromObject(object.sums[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a Keys message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Keys
             * @static
             * @param {hushmark.v1.Keys} message Keys
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Keys.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.sums = [];
                if (options.defaults)
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.sums && message.sums.length) {
                    object.sums = $Array(message.sums.length);
                    for (let j = 0; j < message.sums.length; ++j)
                        object.sums[j] = $root.hushmark.v1.SumKeys.toObject(message.sums[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Keys to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Keys
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Keys.prototype.toJSON = function() {
                return Keys.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Keys
             * @function getTypeUrl
             * @memberof hushmark.v1.Keys
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Keys.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Keys";
            };

            return Keys;
        })();

        v1.SumKeys = (function() {

            /**
             * Properties of a SumKeys.
             * @typedef {Object} hushmark.v1.SumKeys.$Properties
             * @property {string|null} [sum] SumKeys sum
             * @property {Uint8Array|null} [maskPublic] SumKeys maskPublic
             * @property {Uint8Array|null} [sealPublic] SumKeys sealPublic
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SumKeys.
             * @memberof hushmark.v1
             * @interface ISumKeys
             * @augments hushmark.v1.SumKeys.$Properties
             * @deprecated Use hushmark.v1.SumKeys.$Properties instead.
             */

            /**
             * Shape of a SumKeys.
             * @typedef {hushmark.v1.SumKeys.$Properties} hushmark.v1.SumKeys.$Shape
             */

            /**
             * Constructs a new SumKeys.
             * @memberof hushmark.v1
             * @classdesc Represents a SumKeys.
             * @constructor
             * @param {hushmark.v1.SumKeys.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SumKeys = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SumKeys sum.
             * @member {string} sum
             * @memberof hushmark.v1.SumKeys
             * @instance
             */
            SumKeys.prototype.sum = "";

            /**
             * SumKeys maskPublic.
             * @member {Uint8Array} maskPublic
             * @memberof hushmark.v1.SumKeys
             * @instance
             */
            SumKeys.prototype.maskPublic = $util.newBuffer([]);

            /**
             * SumKeys sealPublic.
             * @member {Uint8Array} sealPublic
             * @memberof hushmark.v1.SumKeys
             * @instance
             */
            SumKeys.prototype.sealPublic = $util.newBuffer([]);

            /**
             * Creates a new SumKeys instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.SumKeys
             * @static
             * @param {hushmark.v1.SumKeys.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.SumKeys} SumKeys instance
             * @type {{
             *   (properties: hushmark.v1.SumKeys.$Shape): hushmark.v1.SumKeys & hushmark.v1.SumKeys.$Shape;
             *   (properties?: hushmark.v1.SumKeys.$Properties): hushmark.v1.SumKeys;
             * }}
             */
            SumKeys.create = function(properties) {
                return new SumKeys(properties);
            };

            /**
             * Encodes the specified SumKeys message. Does not implicitly {@link hushmark.v1.SumKeys.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.SumKeys
             * @static
             * @param {hushmark.v1.SumKeys.$Properties} message SumKeys message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SumKeys.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.sum);
                if (message.maskPublic != null && $Object.hasOwnProperty.call(message, "maskPublic") && message.maskPublic.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.maskPublic);
                if (message.sealPublic != null && $Object.hasOwnProperty.call(message, "sealPublic") && message.sealPublic.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.sealPublic);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SumKeys message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.SumKeys
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.SumKeys & hushmark.v1.SumKeys.$Shape} SumKeys
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SumKeys.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.SumKeys();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.maskPublic = value;
                            else
                                delete message.maskPublic;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sealPublic = value;
                            else
                                delete message.sealPublic;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a SumKeys message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.SumKeys
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.SumKeys} SumKeys
             */
            SumKeys.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.SumKeys)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.SumKeys: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.SumKeys();
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.maskPublic != null)
                    if (object.maskPublic.length)
                        if (typeof object.maskPublic === "string")
                            $util.base64.decode(object.maskPublic, message.maskPublic = $util.newBuffer($util.base64.length(object.maskPublic)), 0);
                        else if (object.maskPublic.length >= 0)
                            message.maskPublic = object.maskPublic;
                if (object.sealPublic != null)
                    if (object.sealPublic.length)
                        if (typeof object.sealPublic === "string")
                            $util.base64.decode(object.sealPublic, message.sealPublic = $util.newBuffer($util.base64.length(object.sealPublic)), 0);
                        else if (object.sealPublic.length >= 0)
                            message.sealPublic = object.sealPublic;
                return message;
            };

            /**
             * Creates a plain object from a SumKeys message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.SumKeys
             * @static
             * @param {hushmark.v1.SumKeys} message SumKeys
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SumKeys.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.sum = "";
                    if (options.bytes === $String)
                        object.maskPublic = "";
                    else {
                        object.maskPublic = [];
                        if (options.bytes !== $Array)
                            object.maskPublic = $util.newBuffer(object.maskPublic);
                    }
                    if (options.bytes === $String)
                        object.sealPublic = "";
                    else {
                        object.sealPublic = [];
                        if (options.bytes !== $Array)
                            object.sealPublic = $util.newBuffer(object.sealPublic);
                    }
                }
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.maskPublic != null && $Object.hasOwnProperty.call(message, "maskPublic"))
                    object.maskPublic = options.bytes === $String ? $util.base64.encode(message.maskPublic, 0, message.maskPublic.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.maskPublic) : message.maskPublic;
                if (message.sealPublic != null && $Object.hasOwnProperty.call(message, "sealPublic"))
                    object.sealPublic = options.bytes === $String ? $util.base64.encode(message.sealPublic, 0, message.sealPublic.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sealPublic) : message.sealPublic;
                return object;
            };

            /**
             * Converts this SumKeys to JSON.
             * @function toJSON
             * @memberof hushmark.v1.SumKeys
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SumKeys.prototype.toJSON = function() {
                return SumKeys.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for SumKeys
             * @function getTypeUrl
             * @memberof hushmark.v1.SumKeys
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            SumKeys.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.SumKeys";
            };

            return SumKeys;
        })();

        v1.Deal = (function() {

            /**
             * Properties of a Deal.
             * @typedef {Object} hushmark.v1.Deal.$Properties
             * @property {Uint8Array|null} [round] Deal round
             * @property {Array.<hushmark.v1.SumDeal.$Properties>|null} [sums] Deal sums
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Deal.
             * @memberof hushmark.v1
             * @interface IDeal
             * @augments hushmark.v1.Deal.$Properties
             * @deprecated Use hushmark.v1.Deal.$Properties instead.
             */

            /**
             * Shape of a Deal.
             * @typedef {hushmark.v1.Deal.$Properties} hushmark.v1.Deal.$Shape
             */

            /**
             * Constructs a new Deal.
             * @memberof hushmark.v1
             * @classdesc Represents a Deal.
             * @constructor
             * @param {hushmark.v1.Deal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Deal = function (properties) {
                this.sums = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Deal round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Deal
             * @instance
             */
            Deal.prototype.round = $util.newBuffer([]);

            /**
             * Deal sums.
             * @member {Array.<hushmark.v1.SumDeal.$Properties>} sums
             * @memberof hushmark.v1.Deal
             * @instance
             */
            Deal.prototype.sums = $util.emptyArray;

            /**
             * Creates a new Deal instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Deal
             * @static
             * @param {hushmark.v1.Deal.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Deal} Deal instance
             * @type {{
             *   (properties: hushmark.v1.Deal.$Shape): hushmark.v1.Deal & hushmark.v1.Deal.$Shape;
             *   (properties?: hushmark.v1.Deal.$Properties): hushmark.v1.Deal;
             * }}
             */
            Deal.create = function(properties) {
                return new Deal(properties);
            };

            /**
             * Encodes the specified Deal message. Does not implicitly {@link hushmark.v1.Deal.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Deal
             * @static
             * @param {hushmark.v1.Deal.$Properties} message Deal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Deal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.sums != null && message.sums.length)
                    for (let i = 0; i < message.sums.length; ++i)
                        $root.hushmark.v1.SumDeal.encode(message.sums[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Deal message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Deal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Deal & hushmark.v1.Deal.$Shape} Deal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Deal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Deal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sums && message.sums.length))
                                message.sums = [];
                            message.sums.push($root.hushmark.v1.SumDeal.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Deal message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Deal
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Deal} Deal
             */
            Deal.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Deal)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Deal: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Deal();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.sums) {
                    if (!$Array.isArray(object.sums))
                        throw $TypeError(".hushmark.v1.Deal.sums: array expected");
                    message.sums = $Array(object.sums.length);
                    for (let i = 0; i < object.sums.length; ++i) {
                        if (!$util.isObject(object.sums[i]))
                            throw $TypeError(".hushmark.v1.Deal.sums: object expected");
                        message.sums[i] = $root.hushmark.v1.SumDeal.fromObject(object.sums[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a Deal message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Deal
             * @static
             * @param {hushmark.v1.Deal} message Deal
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Deal.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.sums = [];
                if (options.defaults)
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.sums && message.sums.length) {
                    object.sums = $Array(message.sums.length);
                    for (let j = 0; j < message.sums.length; ++j)
                        object.sums[j] = $root.hushmark.v1.SumDeal.toObject(message.sums[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Deal to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Deal
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Deal.prototype.toJSON = function() {
                return Deal.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Deal
             * @function getTypeUrl
             * @memberof hushmark.v1.Deal
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Deal.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Deal";
            };

            return Deal;
        })();

        v1.SumDeal = (function() {

            /**
             * Properties of a SumDeal.
             * @typedef {Object} hushmark.v1.SumDeal.$Properties
             * @property {string|null} [sum] SumDeal sum
             * @property {Uint8Array|null} [selfHash] SumDeal selfHash
             * @property {Array.<Uint8Array>|null} [pairHashes] SumDeal pairHashes
             * @property {Array.<Uint8Array>|null} [selfShareHashes] SumDeal selfShareHashes
             * @property {Array.<Uint8Array>|null} [sigmaShareHashes] SumDeal sigmaShareHashes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SumDeal.
             * @memberof hushmark.v1
             * @interface ISumDeal
             * @augments hushmark.v1.SumDeal.$Properties
             * @deprecated Use hushmark.v1.SumDeal.$Properties instead.
             */

            /**
             * Shape of a SumDeal.
             * @typedef {hushmark.v1.SumDeal.$Properties} hushmark.v1.SumDeal.$Shape
             */

            /**
             * Constructs a new SumDeal.
             * @memberof hushmark.v1
             * @classdesc Represents a SumDeal.
             * @constructor
             * @param {hushmark.v1.SumDeal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SumDeal = function (properties) {
                this.pairHashes = [];
                this.selfShareHashes = [];
                this.sigmaShareHashes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SumDeal sum.
             * @member {string} sum
             * @memberof hushmark.v1.SumDeal
             * @instance
             */
            SumDeal.prototype.sum = "";

            /**
             * SumDeal selfHash.
             * @member {Uint8Array} selfHash
             * @memberof hushmark.v1.SumDeal
             * @instance
             */
            SumDeal.prototype.selfHash = $util.newBuffer([]);

            /**
             * SumDeal pairHashes.
             * @member {Array.<Uint8Array>} pairHashes
             * @memberof hushmark.v1.SumDeal
             * @instance
             */
            SumDeal.prototype.pairHashes = $util.emptyArray;

            /**
             * SumDeal selfShareHashes.
             * @member {Array.<Uint8Array>} selfShareHashes
             * @memberof hushmark.v1.SumDeal
             * @instance
             */
            SumDeal.prototype.selfShareHashes = $util.emptyArray;

            /**
             * SumDeal sigmaShareHashes.
             * @member {Array.<Uint8Array>} sigmaShareHashes
             * @memberof hushmark.v1.SumDeal
             * @instance
             */
            SumDeal.prototype.sigmaShareHashes = $util.emptyArray;

            /**
             * Creates a new SumDeal instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.SumDeal
             * @static
             * @param {hushmark.v1.SumDeal.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.SumDeal} SumDeal instance
             * @type {{
             *   (properties: hushmark.v1.SumDeal.$Shape): hushmark.v1.SumDeal & hushmark.v1.SumDeal.$Shape;
             *   (properties?: hushmark.v1.SumDeal.$Properties): hushmark.v1.SumDeal;
             * }}
             */
            SumDeal.create = function(properties) {
                return new SumDeal(properties);
            };

            /**
             * Encodes the specified SumDeal message. Does not implicitly {@link hushmark.v1.SumDeal.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.SumDeal
             * @static
             * @param {hushmark.v1.SumDeal.$Properties} message SumDeal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SumDeal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.sum);
                if (message.selfHash != null && $Object.hasOwnProperty.call(message, "selfHash") && message.selfHash.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.selfHash);
                if (message.pairHashes != null && message.pairHashes.length)
                    for (let i = 0; i < message.pairHashes.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.pairHashes[i]);
                if (message.selfShareHashes != null && message.selfShareHashes.length)
                    for (let i = 0; i < message.selfShareHashes.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.selfShareHashes[i]);
                if (message.sigmaShareHashes != null && message.sigmaShareHashes.length)
                    for (let i = 0; i < message.sigmaShareHashes.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.sigmaShareHashes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SumDeal message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.SumDeal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.SumDeal & hushmark.v1.SumDeal.$Shape} SumDeal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SumDeal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.SumDeal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.selfHash = value;
                            else
                                delete message.selfHash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.pairHashes && message.pairHashes.length))
                                message.pairHashes = [];
                            message.pairHashes.push(reader.bytes());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.selfShareHashes && message.selfShareHashes.length))
                                message.selfShareHashes = [];
                            message.selfShareHashes.push(reader.bytes());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sigmaShareHashes && message.sigmaShareHashes.length))
                                message.sigmaShareHashes = [];
                            message.sigmaShareHashes.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a SumDeal message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.SumDeal
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.SumDeal} SumDeal
             */
            SumDeal.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.SumDeal)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.SumDeal: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.SumDeal();
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.selfHash != null)
                    if (object.selfHash.length)
                        if (typeof object.selfHash === "string")
                            $util.base64.decode(object.selfHash, message.selfHash = $util.newBuffer($util.base64.length(object.selfHash)), 0);
                        else if (object.selfHash.length >= 0)
                            message.selfHash = object.selfHash;
                if (object.pairHashes) {
                    if (!$Array.isArray(object.pairHashes))
                        throw $TypeError(".hushmark.v1.SumDeal.pairHashes: array expected");
                    message.pairHashes = $Array(object.pairHashes.length);
                    for (let i = 0; i < object.pairHashes.length; ++i)
                        if (typeof object.pairHashes[i] === "string")
                            $util.base64.decode(object.pairHashes[i], message.pairHashes[i] = $util.newBuffer($util.base64.length(object.pairHashes[i])), 0);
                        else if (object.pairHashes[i].length >= 0)
                            message.pairHashes[i] = object.pairHashes[i];
                }
                if (object.selfShareHashes) {
                    if (!$Array.isArray(object.selfShareHashes))
                        throw $TypeError(".hushmark.v1.SumDeal.selfShareHashes: array expected");
                    message.selfShareHashes = $Array(object.selfShareHashes.length);
                    for (let i = 0; i < object.selfShareHashes.length; ++i)
                        if (typeof object.selfShareHashes[i] === "string")
                            $util.base64.decode(object.selfShareHashes[i], message.selfShareHashes[i] = $util.newBuffer($util.base64.length(object.selfShareHashes[i])), 0);
                        else if (object.selfShareHashes[i].length >= 0)
                            message.selfShareHashes[i] = object.selfShareHashes[i];
                }
                if (object.sigmaShareHashes) {
                    if (!$Array.isArray(object.sigmaShareHashes))
                        throw $TypeError(".hushmark.v1.SumDeal.sigmaShareHashes: array expected");
                    message.sigmaShareHashes = $Array(object.sigmaShareHashes.length);
                    for (let i = 0; i < object.sigmaShareHashes.length; ++i)
                        if (typeof object.sigmaShareHashes[i] === "string")
                            $util.base64.decode(object.sigmaShareHashes[i], message.sigmaShareHashes[i] = $util.newBuffer($util.base64.length(object.sigmaShareHashes[i])), 0);
                        else if (object.sigmaShareHashes[i].length >= 0)
                            message.sigmaShareHashes[i] = object.sigmaShareHashes[i];
                }
                return message;
            };

            /**
             * Creates a plain object from a SumDeal message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.SumDeal
             * @static
             * @param {hushmark.v1.SumDeal} message SumDeal
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SumDeal.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.pairHashes = [];
                    object.selfShareHashes = [];
                    object.sigmaShareHashes = [];
                }
                if (options.defaults) {
                    object.sum = "";
                    if (options.bytes === $String)
                        object.selfHash = "";
                    else {
                        object.selfHash = [];
                        if (options.bytes !== $Array)
                            object.selfHash = $util.newBuffer(object.selfHash);
                    }
                }
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.selfHash != null && $Object.hasOwnProperty.call(message, "selfHash"))
                    object.selfHash = options.bytes === $String ? $util.base64.encode(message.selfHash, 0, message.selfHash.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.selfHash) : message.selfHash;
                if (message.pairHashes && message.pairHashes.length) {
                    object.pairHashes = $Array(message.pairHashes.length);
                    for (let j = 0; j < message.pairHashes.length; ++j)
                        object.pairHashes[j] = options.bytes === $String ? $util.base64.encode(message.pairHashes[j], 0, message.pairHashes[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.pairHashes[j]) : message.pairHashes[j];
                }
                if (message.selfShareHashes && message.selfShareHashes.length) {
                    object.selfShareHashes = $Array(message.selfShareHashes.length);
                    for (let j = 0; j < message.selfShareHashes.length; ++j)
                        object.selfShareHashes[j] = options.bytes === $String ? $util.base64.encode(message.selfShareHashes[j], 0, message.selfShareHashes[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.selfShareHashes[j]) : message.selfShareHashes[j];
                }
                if (message.sigmaShareHashes && message.sigmaShareHashes.length) {
                    object.sigmaShareHashes = $Array(message.sigmaShareHashes.length);
                    for (let j = 0; j < message.sigmaShareHashes.length; ++j)
                        object.sigmaShareHashes[j] = options.bytes === $String ? $util.base64.encode(message.sigmaShareHashes[j], 0, message.sigmaShareHashes[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sigmaShareHashes[j]) : message.sigmaShareHashes[j];
                }
                return object;
            };

            /**
             * Converts this SumDeal to JSON.
             * @function toJSON
             * @memberof hushmark.v1.SumDeal
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SumDeal.prototype.toJSON = function() {
                return SumDeal.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for SumDeal
             * @function getTypeUrl
             * @memberof hushmark.v1.SumDeal
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            SumDeal.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.SumDeal";
            };

            return SumDeal;
        })();

        v1.Shares = (function() {

            /**
             * Properties of a Shares.
             * @typedef {Object} hushmark.v1.Shares.$Properties
             * @property {Uint8Array|null} [round] Shares round
             * @property {string|null} [holder] Shares holder
             * @property {Array.<hushmark.v1.SumShares.$Properties>|null} [sums] Shares sums
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Shares.
             * @memberof hushmark.v1
             * @interface IShares
             * @augments hushmark.v1.Shares.$Properties
             * @deprecated Use hushmark.v1.Shares.$Properties instead.
             */

            /**
             * Shape of a Shares.
             * @typedef {hushmark.v1.Shares.$Properties} hushmark.v1.Shares.$Shape
             */

            /**
             * Constructs a new Shares.
             * @memberof hushmark.v1
             * @classdesc Represents a Shares.
             * @constructor
             * @param {hushmark.v1.Shares.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Shares = function (properties) {
                this.sums = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Shares round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Shares
             * @instance
             */
            Shares.prototype.round = $util.newBuffer([]);

            /**
             * Shares holder.
             * @member {string} holder
             * @memberof hushmark.v1.Shares
             * @instance
             */
            Shares.prototype.holder = "";

            /**
             * Shares sums.
             * @member {Array.<hushmark.v1.SumShares.$Properties>} sums
             * @memberof hushmark.v1.Shares
             * @instance
             */
            Shares.prototype.sums = $util.emptyArray;

            /**
             * Creates a new Shares instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Shares
             * @static
             * @param {hushmark.v1.Shares.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Shares} Shares instance
             * @type {{
             *   (properties: hushmark.v1.Shares.$Shape): hushmark.v1.Shares & hushmark.v1.Shares.$Shape;
             *   (properties?: hushmark.v1.Shares.$Properties): hushmark.v1.Shares;
             * }}
             */
            Shares.create = function(properties) {
                return new Shares(properties);
            };

            /**
             * Encodes the specified Shares message. Does not implicitly {@link hushmark.v1.Shares.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Shares
             * @static
             * @param {hushmark.v1.Shares.$Properties} message Shares message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Shares.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.holder != null && $Object.hasOwnProperty.call(message, "holder") && message.holder !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.holder);
                if (message.sums != null && message.sums.length)
                    for (let i = 0; i < message.sums.length; ++i)
                        $root.hushmark.v1.SumShares.encode(message.sums[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Shares message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Shares
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Shares & hushmark.v1.Shares.$Shape} Shares
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Shares.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Shares();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.holder = value;
                            else
                                delete message.holder;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sums && message.sums.length))
                                message.sums = [];
                            message.sums.push($root.hushmark.v1.SumShares.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Shares message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Shares
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Shares} Shares
             */
            Shares.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Shares)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Shares: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Shares();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.holder != null)
                    if (typeof object.holder !== "string" || object.holder.length)
                        message.holder = $String(object.holder);
                if (object.sums) {
                    if (!$Array.isArray(object.sums))
                        throw $TypeError(".hushmark.v1.Shares.sums: array expected");
                    message.sums = $Array(object.sums.length);
                    for (let i = 0; i < object.sums.length; ++i) {
                        if (!$util.isObject(object.sums[i]))
                            throw $TypeError(".hushmark.v1.Shares.sums: object expected");
                        message.sums[i] = $root.hushmark.v1.SumShares.fromObject(object.sums[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a Shares message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Shares
             * @static
             * @param {hushmark.v1.Shares} message Shares
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Shares.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.sums = [];
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.holder = "";
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.holder != null && $Object.hasOwnProperty.call(message, "holder"))
                    object.holder = message.holder;
                if (message.sums && message.sums.length) {
                    object.sums = $Array(message.sums.length);
                    for (let j = 0; j < message.sums.length; ++j)
                        object.sums[j] = $root.hushmark.v1.SumShares.toObject(message.sums[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Shares to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Shares
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Shares.prototype.toJSON = function() {
                return Shares.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Shares
             * @function getTypeUrl
             * @memberof hushmark.v1.Shares
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Shares.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Shares";
            };

            return Shares;
        })();

        v1.SumShares = (function() {

            /**
             * Properties of a SumShares.
             * @typedef {Object} hushmark.v1.SumShares.$Properties
             * @property {string|null} [sum] SumShares sum
             * @property {Uint8Array|null} [sealed] SumShares sealed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SumShares.
             * @memberof hushmark.v1
             * @interface ISumShares
             * @augments hushmark.v1.SumShares.$Properties
             * @deprecated Use hushmark.v1.SumShares.$Properties instead.
             */

            /**
             * Shape of a SumShares.
             * @typedef {hushmark.v1.SumShares.$Properties} hushmark.v1.SumShares.$Shape
             */

            /**
             * Constructs a new SumShares.
             * @memberof hushmark.v1
             * @classdesc Represents a SumShares.
             * @constructor
             * @param {hushmark.v1.SumShares.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SumShares = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SumShares sum.
             * @member {string} sum
             * @memberof hushmark.v1.SumShares
             * @instance
             */
            SumShares.prototype.sum = "";

            /**
             * SumShares sealed.
             * @member {Uint8Array} sealed
             * @memberof hushmark.v1.SumShares
             * @instance
             */
            SumShares.prototype.sealed = $util.newBuffer([]);

            /**
             * Creates a new SumShares instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.SumShares
             * @static
             * @param {hushmark.v1.SumShares.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.SumShares} SumShares instance
             * @type {{
             *   (properties: hushmark.v1.SumShares.$Shape): hushmark.v1.SumShares & hushmark.v1.SumShares.$Shape;
             *   (properties?: hushmark.v1.SumShares.$Properties): hushmark.v1.SumShares;
             * }}
             */
            SumShares.create = function(properties) {
                return new SumShares(properties);
            };

            /**
             * Encodes the specified SumShares message. Does not implicitly {@link hushmark.v1.SumShares.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.SumShares
             * @static
             * @param {hushmark.v1.SumShares.$Properties} message SumShares message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SumShares.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.sum);
                if (message.sealed != null && $Object.hasOwnProperty.call(message, "sealed") && message.sealed.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.sealed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SumShares message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.SumShares
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.SumShares & hushmark.v1.SumShares.$Shape} SumShares
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SumShares.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.SumShares();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sealed = value;
                            else
                                delete message.sealed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a SumShares message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.SumShares
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.SumShares} SumShares
             */
            SumShares.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.SumShares)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.SumShares: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.SumShares();
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.sealed != null)
                    if (object.sealed.length)
                        if (typeof object.sealed === "string")
                            $util.base64.decode(object.sealed, message.sealed = $util.newBuffer($util.base64.length(object.sealed)), 0);
                        else if (object.sealed.length >= 0)
                            message.sealed = object.sealed;
                return message;
            };

            /**
             * Creates a plain object from a SumShares message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.SumShares
             * @static
             * @param {hushmark.v1.SumShares} message SumShares
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SumShares.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.sum = "";
                    if (options.bytes === $String)
                        object.sealed = "";
                    else {
                        object.sealed = [];
                        if (options.bytes !== $Array)
                            object.sealed = $util.newBuffer(object.sealed);
                    }
                }
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.sealed != null && $Object.hasOwnProperty.call(message, "sealed"))
                    object.sealed = options.bytes === $String ? $util.base64.encode(message.sealed, 0, message.sealed.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sealed) : message.sealed;
                return object;
            };

            /**
             * Converts this SumShares to JSON.
             * @function toJSON
             * @memberof hushmark.v1.SumShares
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SumShares.prototype.toJSON = function() {
                return SumShares.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for SumShares
             * @function getTypeUrl
             * @memberof hushmark.v1.SumShares
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            SumShares.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.SumShares";
            };

            return SumShares;
        })();

        v1.Ready = (function() {

            /**
             * Properties of a Ready.
             * @typedef {Object} hushmark.v1.Ready.$Properties
             * @property {Uint8Array|null} [round] Ready round
             * @property {Uint8Array|null} [setupDigest] Ready setupDigest
             * @property {number|null} [clockBoundUs] Ready clockBoundUs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Ready.
             * @memberof hushmark.v1
             * @interface IReady
             * @augments hushmark.v1.Ready.$Properties
             * @deprecated Use hushmark.v1.Ready.$Properties instead.
             */

            /**
             * Shape of a Ready.
             * @typedef {hushmark.v1.Ready.$Properties} hushmark.v1.Ready.$Shape
             */

            /**
             * Constructs a new Ready.
             * @memberof hushmark.v1
             * @classdesc Represents a Ready.
             * @constructor
             * @param {hushmark.v1.Ready.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Ready = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Ready round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Ready
             * @instance
             */
            Ready.prototype.round = $util.newBuffer([]);

            /**
             * Ready setupDigest.
             * @member {Uint8Array} setupDigest
             * @memberof hushmark.v1.Ready
             * @instance
             */
            Ready.prototype.setupDigest = $util.newBuffer([]);

            /**
             * Ready clockBoundUs.
             * @member {number} clockBoundUs
             * @memberof hushmark.v1.Ready
             * @instance
             */
            Ready.prototype.clockBoundUs = 0;

            /**
             * Creates a new Ready instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Ready
             * @static
             * @param {hushmark.v1.Ready.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Ready} Ready instance
             * @type {{
             *   (properties: hushmark.v1.Ready.$Shape): hushmark.v1.Ready & hushmark.v1.Ready.$Shape;
             *   (properties?: hushmark.v1.Ready.$Properties): hushmark.v1.Ready;
             * }}
             */
            Ready.create = function(properties) {
                return new Ready(properties);
            };

            /**
             * Encodes the specified Ready message. Does not implicitly {@link hushmark.v1.Ready.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Ready
             * @static
             * @param {hushmark.v1.Ready.$Properties} message Ready message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Ready.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.setupDigest != null && $Object.hasOwnProperty.call(message, "setupDigest") && message.setupDigest.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.setupDigest);
                if (message.clockBoundUs != null && $Object.hasOwnProperty.call(message, "clockBoundUs") && message.clockBoundUs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.clockBoundUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Ready message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Ready
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Ready & hushmark.v1.Ready.$Shape} Ready
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Ready.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Ready();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.setupDigest = value;
                            else
                                delete message.setupDigest;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.clockBoundUs = value;
                            else
                                delete message.clockBoundUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Ready message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Ready
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Ready} Ready
             */
            Ready.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Ready)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Ready: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Ready();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.setupDigest != null)
                    if (object.setupDigest.length)
                        if (typeof object.setupDigest === "string")
                            $util.base64.decode(object.setupDigest, message.setupDigest = $util.newBuffer($util.base64.length(object.setupDigest)), 0);
                        else if (object.setupDigest.length >= 0)
                            message.setupDigest = object.setupDigest;
                if (object.clockBoundUs != null)
                    if ($Number(object.clockBoundUs) !== 0)
                        message.clockBoundUs = object.clockBoundUs >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a Ready message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Ready
             * @static
             * @param {hushmark.v1.Ready} message Ready
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Ready.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    if (options.bytes === $String)
                        object.setupDigest = "";
                    else {
                        object.setupDigest = [];
                        if (options.bytes !== $Array)
                            object.setupDigest = $util.newBuffer(object.setupDigest);
                    }
                    object.clockBoundUs = 0;
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.setupDigest != null && $Object.hasOwnProperty.call(message, "setupDigest"))
                    object.setupDigest = options.bytes === $String ? $util.base64.encode(message.setupDigest, 0, message.setupDigest.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.setupDigest) : message.setupDigest;
                if (message.clockBoundUs != null && $Object.hasOwnProperty.call(message, "clockBoundUs"))
                    object.clockBoundUs = message.clockBoundUs;
                return object;
            };

            /**
             * Converts this Ready to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Ready
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Ready.prototype.toJSON = function() {
                return Ready.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Ready
             * @function getTypeUrl
             * @memberof hushmark.v1.Ready
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Ready.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Ready";
            };

            return Ready;
        })();

        v1.Contribution = (function() {

            /**
             * Properties of a Contribution.
             * @typedef {Object} hushmark.v1.Contribution.$Properties
             * @property {Uint8Array|null} [round] Contribution round
             * @property {string|null} [sum] Contribution sum
             * @property {Uint8Array|null} [context] Contribution context
             * @property {Uint8Array|null} [lanes] Contribution lanes
             * @property {number|null} [clockBoundUs] Contribution clockBoundUs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Contribution.
             * @memberof hushmark.v1
             * @interface IContribution
             * @augments hushmark.v1.Contribution.$Properties
             * @deprecated Use hushmark.v1.Contribution.$Properties instead.
             */

            /**
             * Shape of a Contribution.
             * @typedef {hushmark.v1.Contribution.$Properties} hushmark.v1.Contribution.$Shape
             */

            /**
             * Constructs a new Contribution.
             * @memberof hushmark.v1
             * @classdesc Represents a Contribution.
             * @constructor
             * @param {hushmark.v1.Contribution.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Contribution = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Contribution round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Contribution
             * @instance
             */
            Contribution.prototype.round = $util.newBuffer([]);

            /**
             * Contribution sum.
             * @member {string} sum
             * @memberof hushmark.v1.Contribution
             * @instance
             */
            Contribution.prototype.sum = "";

            /**
             * Contribution context.
             * @member {Uint8Array} context
             * @memberof hushmark.v1.Contribution
             * @instance
             */
            Contribution.prototype.context = $util.newBuffer([]);

            /**
             * Contribution lanes.
             * @member {Uint8Array} lanes
             * @memberof hushmark.v1.Contribution
             * @instance
             */
            Contribution.prototype.lanes = $util.newBuffer([]);

            /**
             * Contribution clockBoundUs.
             * @member {number} clockBoundUs
             * @memberof hushmark.v1.Contribution
             * @instance
             */
            Contribution.prototype.clockBoundUs = 0;

            /**
             * Creates a new Contribution instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Contribution
             * @static
             * @param {hushmark.v1.Contribution.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Contribution} Contribution instance
             * @type {{
             *   (properties: hushmark.v1.Contribution.$Shape): hushmark.v1.Contribution & hushmark.v1.Contribution.$Shape;
             *   (properties?: hushmark.v1.Contribution.$Properties): hushmark.v1.Contribution;
             * }}
             */
            Contribution.create = function(properties) {
                return new Contribution(properties);
            };

            /**
             * Encodes the specified Contribution message. Does not implicitly {@link hushmark.v1.Contribution.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Contribution
             * @static
             * @param {hushmark.v1.Contribution.$Properties} message Contribution message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Contribution.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.sum);
                if (message.context != null && $Object.hasOwnProperty.call(message, "context") && message.context.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.context);
                if (message.lanes != null && $Object.hasOwnProperty.call(message, "lanes") && message.lanes.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.lanes);
                if (message.clockBoundUs != null && $Object.hasOwnProperty.call(message, "clockBoundUs") && message.clockBoundUs !== 0)
                    writer.uint32(/* id 5, wireType 5 =*/45).fixed32(message.clockBoundUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Contribution message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Contribution
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Contribution & hushmark.v1.Contribution.$Shape} Contribution
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Contribution.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Contribution();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.context = value;
                            else
                                delete message.context;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.lanes = value;
                            else
                                delete message.lanes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.clockBoundUs = value;
                            else
                                delete message.clockBoundUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Contribution message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Contribution
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Contribution} Contribution
             */
            Contribution.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Contribution)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Contribution: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Contribution();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.context != null)
                    if (object.context.length)
                        if (typeof object.context === "string")
                            $util.base64.decode(object.context, message.context = $util.newBuffer($util.base64.length(object.context)), 0);
                        else if (object.context.length >= 0)
                            message.context = object.context;
                if (object.lanes != null)
                    if (object.lanes.length)
                        if (typeof object.lanes === "string")
                            $util.base64.decode(object.lanes, message.lanes = $util.newBuffer($util.base64.length(object.lanes)), 0);
                        else if (object.lanes.length >= 0)
                            message.lanes = object.lanes;
                if (object.clockBoundUs != null)
                    if ($Number(object.clockBoundUs) !== 0)
                        message.clockBoundUs = object.clockBoundUs >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a Contribution message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Contribution
             * @static
             * @param {hushmark.v1.Contribution} message Contribution
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Contribution.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.sum = "";
                    if (options.bytes === $String)
                        object.context = "";
                    else {
                        object.context = [];
                        if (options.bytes !== $Array)
                            object.context = $util.newBuffer(object.context);
                    }
                    if (options.bytes === $String)
                        object.lanes = "";
                    else {
                        object.lanes = [];
                        if (options.bytes !== $Array)
                            object.lanes = $util.newBuffer(object.lanes);
                    }
                    object.clockBoundUs = 0;
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    object.context = options.bytes === $String ? $util.base64.encode(message.context, 0, message.context.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.context) : message.context;
                if (message.lanes != null && $Object.hasOwnProperty.call(message, "lanes"))
                    object.lanes = options.bytes === $String ? $util.base64.encode(message.lanes, 0, message.lanes.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.lanes) : message.lanes;
                if (message.clockBoundUs != null && $Object.hasOwnProperty.call(message, "clockBoundUs"))
                    object.clockBoundUs = message.clockBoundUs;
                return object;
            };

            /**
             * Converts this Contribution to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Contribution
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Contribution.prototype.toJSON = function() {
                return Contribution.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Contribution
             * @function getTypeUrl
             * @memberof hushmark.v1.Contribution
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Contribution.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Contribution";
            };

            return Contribution;
        })();

        v1.Candidate = (function() {

            /**
             * Properties of a Candidate.
             * @typedef {Object} hushmark.v1.Candidate.$Properties
             * @property {Uint8Array|null} [round] Candidate round
             * @property {string|null} [sum] Candidate sum
             * @property {Uint8Array|null} [context] Candidate context
             * @property {number|null} [view] Candidate view
             * @property {Array.<hushmark.v1.Member.$Properties>|null} [set] Candidate set
             * @property {Array.<Uint8Array>|null} [carried] Candidate carried
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Candidate.
             * @memberof hushmark.v1
             * @interface ICandidate
             * @augments hushmark.v1.Candidate.$Properties
             * @deprecated Use hushmark.v1.Candidate.$Properties instead.
             */

            /**
             * Shape of a Candidate.
             * @typedef {hushmark.v1.Candidate.$Properties} hushmark.v1.Candidate.$Shape
             */

            /**
             * Constructs a new Candidate.
             * @memberof hushmark.v1
             * @classdesc Represents a Candidate.
             * @constructor
             * @param {hushmark.v1.Candidate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Candidate = function (properties) {
                this.set = [];
                this.carried = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Candidate round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Candidate
             * @instance
             */
            Candidate.prototype.round = $util.newBuffer([]);

            /**
             * Candidate sum.
             * @member {string} sum
             * @memberof hushmark.v1.Candidate
             * @instance
             */
            Candidate.prototype.sum = "";

            /**
             * Candidate context.
             * @member {Uint8Array} context
             * @memberof hushmark.v1.Candidate
             * @instance
             */
            Candidate.prototype.context = $util.newBuffer([]);

            /**
             * Candidate view.
             * @member {number} view
             * @memberof hushmark.v1.Candidate
             * @instance
             */
            Candidate.prototype.view = 0;

            /**
             * Candidate set.
             * @member {Array.<hushmark.v1.Member.$Properties>} set
             * @memberof hushmark.v1.Candidate
             * @instance
             */
            Candidate.prototype.set = $util.emptyArray;

            /**
             * Candidate carried.
             * @member {Array.<Uint8Array>} carried
             * @memberof hushmark.v1.Candidate
             * @instance
             */
            Candidate.prototype.carried = $util.emptyArray;

            /**
             * Creates a new Candidate instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Candidate
             * @static
             * @param {hushmark.v1.Candidate.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Candidate} Candidate instance
             * @type {{
             *   (properties: hushmark.v1.Candidate.$Shape): hushmark.v1.Candidate & hushmark.v1.Candidate.$Shape;
             *   (properties?: hushmark.v1.Candidate.$Properties): hushmark.v1.Candidate;
             * }}
             */
            Candidate.create = function(properties) {
                return new Candidate(properties);
            };

            /**
             * Encodes the specified Candidate message. Does not implicitly {@link hushmark.v1.Candidate.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Candidate
             * @static
             * @param {hushmark.v1.Candidate.$Properties} message Candidate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Candidate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.sum);
                if (message.context != null && $Object.hasOwnProperty.call(message, "context") && message.context.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.context);
                if (message.view != null && $Object.hasOwnProperty.call(message, "view") && message.view !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.view);
                if (message.set != null && message.set.length)
                    for (let i = 0; i < message.set.length; ++i)
                        $root.hushmark.v1.Member.encode(message.set[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.carried != null && message.carried.length)
                    for (let i = 0; i < message.carried.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.carried[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Candidate message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Candidate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Candidate & hushmark.v1.Candidate.$Shape} Candidate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Candidate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Candidate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.context = value;
                            else
                                delete message.context;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.view = value;
                            else
                                delete message.view;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.set && message.set.length))
                                message.set = [];
                            message.set.push($root.hushmark.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.carried && message.carried.length))
                                message.carried = [];
                            message.carried.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Candidate message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Candidate
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Candidate} Candidate
             */
            Candidate.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Candidate)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Candidate: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Candidate();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.context != null)
                    if (object.context.length)
                        if (typeof object.context === "string")
                            $util.base64.decode(object.context, message.context = $util.newBuffer($util.base64.length(object.context)), 0);
                        else if (object.context.length >= 0)
                            message.context = object.context;
                if (object.view != null)
                    if ($Number(object.view) !== 0)
                        message.view = object.view >>> 0;
                if (object.set) {
                    if (!$Array.isArray(object.set))
                        throw $TypeError(".hushmark.v1.Candidate.set: array expected");
                    message.set = $Array(object.set.length);
                    for (let i = 0; i < object.set.length; ++i) {
                        if (!$util.isObject(object.set[i]))
                            throw $TypeError(".hushmark.v1.Candidate.set: object expected");
                        message.set[i] = $root.hushmark.v1.Member.fromObject(object.set[i], _depth + 1);
                    }
                }
                if (object.carried) {
                    if (!$Array.isArray(object.carried))
                        throw $TypeError(".hushmark.v1.Candidate.carried: array expected");
                    message.carried = $Array(object.carried.length);
                    for (let i = 0; i < object.carried.length; ++i)
                        if (typeof object.carried[i] === "string")
                            $util.base64.decode(object.carried[i], message.carried[i] = $util.newBuffer($util.base64.length(object.carried[i])), 0);
                        else if (object.carried[i].length >= 0)
                            message.carried[i] = object.carried[i];
                }
                return message;
            };

            /**
             * Creates a plain object from a Candidate message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Candidate
             * @static
             * @param {hushmark.v1.Candidate} message Candidate
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Candidate.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.set = [];
                    object.carried = [];
                }
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.sum = "";
                    if (options.bytes === $String)
                        object.context = "";
                    else {
                        object.context = [];
                        if (options.bytes !== $Array)
                            object.context = $util.newBuffer(object.context);
                    }
                    object.view = 0;
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    object.context = options.bytes === $String ? $util.base64.encode(message.context, 0, message.context.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.context) : message.context;
                if (message.view != null && $Object.hasOwnProperty.call(message, "view"))
                    object.view = message.view;
                if (message.set && message.set.length) {
                    object.set = $Array(message.set.length);
                    for (let j = 0; j < message.set.length; ++j)
                        object.set[j] = $root.hushmark.v1.Member.toObject(message.set[j], options, _depth + 1);
                }
                if (message.carried && message.carried.length) {
                    object.carried = $Array(message.carried.length);
                    for (let j = 0; j < message.carried.length; ++j)
                        object.carried[j] = options.bytes === $String ? $util.base64.encode(message.carried[j], 0, message.carried[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.carried[j]) : message.carried[j];
                }
                return object;
            };

            /**
             * Converts this Candidate to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Candidate
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Candidate.prototype.toJSON = function() {
                return Candidate.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Candidate
             * @function getTypeUrl
             * @memberof hushmark.v1.Candidate
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Candidate.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Candidate";
            };

            return Candidate;
        })();

        v1.Member = (function() {

            /**
             * Properties of a Member.
             * @typedef {Object} hushmark.v1.Member.$Properties
             * @property {string|null} [org] Member org
             * @property {Uint8Array|null} [contribution] Member contribution
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Member.
             * @memberof hushmark.v1
             * @interface IMember
             * @augments hushmark.v1.Member.$Properties
             * @deprecated Use hushmark.v1.Member.$Properties instead.
             */

            /**
             * Shape of a Member.
             * @typedef {hushmark.v1.Member.$Properties} hushmark.v1.Member.$Shape
             */

            /**
             * Constructs a new Member.
             * @memberof hushmark.v1
             * @classdesc Represents a Member.
             * @constructor
             * @param {hushmark.v1.Member.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Member = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Member org.
             * @member {string} org
             * @memberof hushmark.v1.Member
             * @instance
             */
            Member.prototype.org = "";

            /**
             * Member contribution.
             * @member {Uint8Array} contribution
             * @memberof hushmark.v1.Member
             * @instance
             */
            Member.prototype.contribution = $util.newBuffer([]);

            /**
             * Creates a new Member instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Member
             * @static
             * @param {hushmark.v1.Member.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Member} Member instance
             * @type {{
             *   (properties: hushmark.v1.Member.$Shape): hushmark.v1.Member & hushmark.v1.Member.$Shape;
             *   (properties?: hushmark.v1.Member.$Properties): hushmark.v1.Member;
             * }}
             */
            Member.create = function(properties) {
                return new Member(properties);
            };

            /**
             * Encodes the specified Member message. Does not implicitly {@link hushmark.v1.Member.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Member
             * @static
             * @param {hushmark.v1.Member.$Properties} message Member message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Member.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.org != null && $Object.hasOwnProperty.call(message, "org") && message.org !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.org);
                if (message.contribution != null && $Object.hasOwnProperty.call(message, "contribution") && message.contribution.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.contribution);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Member
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Member & hushmark.v1.Member.$Shape} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Member.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Member();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.org = value;
                            else
                                delete message.org;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.contribution = value;
                            else
                                delete message.contribution;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Member message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Member
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Member} Member
             */
            Member.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Member)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Member: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Member();
                if (object.org != null)
                    if (typeof object.org !== "string" || object.org.length)
                        message.org = $String(object.org);
                if (object.contribution != null)
                    if (object.contribution.length)
                        if (typeof object.contribution === "string")
                            $util.base64.decode(object.contribution, message.contribution = $util.newBuffer($util.base64.length(object.contribution)), 0);
                        else if (object.contribution.length >= 0)
                            message.contribution = object.contribution;
                return message;
            };

            /**
             * Creates a plain object from a Member message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Member
             * @static
             * @param {hushmark.v1.Member} message Member
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Member.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.org = "";
                    if (options.bytes === $String)
                        object.contribution = "";
                    else {
                        object.contribution = [];
                        if (options.bytes !== $Array)
                            object.contribution = $util.newBuffer(object.contribution);
                    }
                }
                if (message.org != null && $Object.hasOwnProperty.call(message, "org"))
                    object.org = message.org;
                if (message.contribution != null && $Object.hasOwnProperty.call(message, "contribution"))
                    object.contribution = options.bytes === $String ? $util.base64.encode(message.contribution, 0, message.contribution.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.contribution) : message.contribution;
                return object;
            };

            /**
             * Converts this Member to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Member
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Member.prototype.toJSON = function() {
                return Member.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Member
             * @function getTypeUrl
             * @memberof hushmark.v1.Member
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Member.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Member";
            };

            return Member;
        })();

        v1.Prevote = (function() {

            /**
             * Properties of a Prevote.
             * @typedef {Object} hushmark.v1.Prevote.$Properties
             * @property {Uint8Array|null} [round] Prevote round
             * @property {string|null} [sum] Prevote sum
             * @property {Uint8Array|null} [context] Prevote context
             * @property {number|null} [view] Prevote view
             * @property {Uint8Array|null} [set] Prevote set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Prevote.
             * @memberof hushmark.v1
             * @interface IPrevote
             * @augments hushmark.v1.Prevote.$Properties
             * @deprecated Use hushmark.v1.Prevote.$Properties instead.
             */

            /**
             * Shape of a Prevote.
             * @typedef {hushmark.v1.Prevote.$Properties} hushmark.v1.Prevote.$Shape
             */

            /**
             * Constructs a new Prevote.
             * @memberof hushmark.v1
             * @classdesc Represents a Prevote.
             * @constructor
             * @param {hushmark.v1.Prevote.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Prevote = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Prevote round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Prevote
             * @instance
             */
            Prevote.prototype.round = $util.newBuffer([]);

            /**
             * Prevote sum.
             * @member {string} sum
             * @memberof hushmark.v1.Prevote
             * @instance
             */
            Prevote.prototype.sum = "";

            /**
             * Prevote context.
             * @member {Uint8Array} context
             * @memberof hushmark.v1.Prevote
             * @instance
             */
            Prevote.prototype.context = $util.newBuffer([]);

            /**
             * Prevote view.
             * @member {number} view
             * @memberof hushmark.v1.Prevote
             * @instance
             */
            Prevote.prototype.view = 0;

            /**
             * Prevote set.
             * @member {Uint8Array} set
             * @memberof hushmark.v1.Prevote
             * @instance
             */
            Prevote.prototype.set = $util.newBuffer([]);

            /**
             * Creates a new Prevote instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Prevote
             * @static
             * @param {hushmark.v1.Prevote.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Prevote} Prevote instance
             * @type {{
             *   (properties: hushmark.v1.Prevote.$Shape): hushmark.v1.Prevote & hushmark.v1.Prevote.$Shape;
             *   (properties?: hushmark.v1.Prevote.$Properties): hushmark.v1.Prevote;
             * }}
             */
            Prevote.create = function(properties) {
                return new Prevote(properties);
            };

            /**
             * Encodes the specified Prevote message. Does not implicitly {@link hushmark.v1.Prevote.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Prevote
             * @static
             * @param {hushmark.v1.Prevote.$Properties} message Prevote message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Prevote.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.sum);
                if (message.context != null && $Object.hasOwnProperty.call(message, "context") && message.context.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.context);
                if (message.view != null && $Object.hasOwnProperty.call(message, "view") && message.view !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.view);
                if (message.set != null && $Object.hasOwnProperty.call(message, "set") && message.set.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.set);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Prevote message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Prevote
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Prevote & hushmark.v1.Prevote.$Shape} Prevote
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Prevote.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Prevote();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.context = value;
                            else
                                delete message.context;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.view = value;
                            else
                                delete message.view;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.set = value;
                            else
                                delete message.set;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Prevote message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Prevote
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Prevote} Prevote
             */
            Prevote.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Prevote)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Prevote: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Prevote();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.context != null)
                    if (object.context.length)
                        if (typeof object.context === "string")
                            $util.base64.decode(object.context, message.context = $util.newBuffer($util.base64.length(object.context)), 0);
                        else if (object.context.length >= 0)
                            message.context = object.context;
                if (object.view != null)
                    if ($Number(object.view) !== 0)
                        message.view = object.view >>> 0;
                if (object.set != null)
                    if (object.set.length)
                        if (typeof object.set === "string")
                            $util.base64.decode(object.set, message.set = $util.newBuffer($util.base64.length(object.set)), 0);
                        else if (object.set.length >= 0)
                            message.set = object.set;
                return message;
            };

            /**
             * Creates a plain object from a Prevote message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Prevote
             * @static
             * @param {hushmark.v1.Prevote} message Prevote
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Prevote.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.sum = "";
                    if (options.bytes === $String)
                        object.context = "";
                    else {
                        object.context = [];
                        if (options.bytes !== $Array)
                            object.context = $util.newBuffer(object.context);
                    }
                    object.view = 0;
                    if (options.bytes === $String)
                        object.set = "";
                    else {
                        object.set = [];
                        if (options.bytes !== $Array)
                            object.set = $util.newBuffer(object.set);
                    }
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    object.context = options.bytes === $String ? $util.base64.encode(message.context, 0, message.context.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.context) : message.context;
                if (message.view != null && $Object.hasOwnProperty.call(message, "view"))
                    object.view = message.view;
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    object.set = options.bytes === $String ? $util.base64.encode(message.set, 0, message.set.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.set) : message.set;
                return object;
            };

            /**
             * Converts this Prevote to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Prevote
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Prevote.prototype.toJSON = function() {
                return Prevote.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Prevote
             * @function getTypeUrl
             * @memberof hushmark.v1.Prevote
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Prevote.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Prevote";
            };

            return Prevote;
        })();

        v1.Precommit = (function() {

            /**
             * Properties of a Precommit.
             * @typedef {Object} hushmark.v1.Precommit.$Properties
             * @property {Uint8Array|null} [round] Precommit round
             * @property {string|null} [sum] Precommit sum
             * @property {Uint8Array|null} [context] Precommit context
             * @property {number|null} [view] Precommit view
             * @property {Uint8Array|null} [set] Precommit set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Precommit.
             * @memberof hushmark.v1
             * @interface IPrecommit
             * @augments hushmark.v1.Precommit.$Properties
             * @deprecated Use hushmark.v1.Precommit.$Properties instead.
             */

            /**
             * Shape of a Precommit.
             * @typedef {hushmark.v1.Precommit.$Properties} hushmark.v1.Precommit.$Shape
             */

            /**
             * Constructs a new Precommit.
             * @memberof hushmark.v1
             * @classdesc Represents a Precommit.
             * @constructor
             * @param {hushmark.v1.Precommit.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Precommit = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Precommit round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Precommit
             * @instance
             */
            Precommit.prototype.round = $util.newBuffer([]);

            /**
             * Precommit sum.
             * @member {string} sum
             * @memberof hushmark.v1.Precommit
             * @instance
             */
            Precommit.prototype.sum = "";

            /**
             * Precommit context.
             * @member {Uint8Array} context
             * @memberof hushmark.v1.Precommit
             * @instance
             */
            Precommit.prototype.context = $util.newBuffer([]);

            /**
             * Precommit view.
             * @member {number} view
             * @memberof hushmark.v1.Precommit
             * @instance
             */
            Precommit.prototype.view = 0;

            /**
             * Precommit set.
             * @member {Uint8Array} set
             * @memberof hushmark.v1.Precommit
             * @instance
             */
            Precommit.prototype.set = $util.newBuffer([]);

            /**
             * Creates a new Precommit instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Precommit
             * @static
             * @param {hushmark.v1.Precommit.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Precommit} Precommit instance
             * @type {{
             *   (properties: hushmark.v1.Precommit.$Shape): hushmark.v1.Precommit & hushmark.v1.Precommit.$Shape;
             *   (properties?: hushmark.v1.Precommit.$Properties): hushmark.v1.Precommit;
             * }}
             */
            Precommit.create = function(properties) {
                return new Precommit(properties);
            };

            /**
             * Encodes the specified Precommit message. Does not implicitly {@link hushmark.v1.Precommit.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Precommit
             * @static
             * @param {hushmark.v1.Precommit.$Properties} message Precommit message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Precommit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.sum);
                if (message.context != null && $Object.hasOwnProperty.call(message, "context") && message.context.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.context);
                if (message.view != null && $Object.hasOwnProperty.call(message, "view") && message.view !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.view);
                if (message.set != null && $Object.hasOwnProperty.call(message, "set") && message.set.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.set);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Precommit message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Precommit
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Precommit & hushmark.v1.Precommit.$Shape} Precommit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Precommit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Precommit();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.context = value;
                            else
                                delete message.context;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.view = value;
                            else
                                delete message.view;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.set = value;
                            else
                                delete message.set;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Precommit message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Precommit
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Precommit} Precommit
             */
            Precommit.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Precommit)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Precommit: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Precommit();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.context != null)
                    if (object.context.length)
                        if (typeof object.context === "string")
                            $util.base64.decode(object.context, message.context = $util.newBuffer($util.base64.length(object.context)), 0);
                        else if (object.context.length >= 0)
                            message.context = object.context;
                if (object.view != null)
                    if ($Number(object.view) !== 0)
                        message.view = object.view >>> 0;
                if (object.set != null)
                    if (object.set.length)
                        if (typeof object.set === "string")
                            $util.base64.decode(object.set, message.set = $util.newBuffer($util.base64.length(object.set)), 0);
                        else if (object.set.length >= 0)
                            message.set = object.set;
                return message;
            };

            /**
             * Creates a plain object from a Precommit message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Precommit
             * @static
             * @param {hushmark.v1.Precommit} message Precommit
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Precommit.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.sum = "";
                    if (options.bytes === $String)
                        object.context = "";
                    else {
                        object.context = [];
                        if (options.bytes !== $Array)
                            object.context = $util.newBuffer(object.context);
                    }
                    object.view = 0;
                    if (options.bytes === $String)
                        object.set = "";
                    else {
                        object.set = [];
                        if (options.bytes !== $Array)
                            object.set = $util.newBuffer(object.set);
                    }
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    object.context = options.bytes === $String ? $util.base64.encode(message.context, 0, message.context.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.context) : message.context;
                if (message.view != null && $Object.hasOwnProperty.call(message, "view"))
                    object.view = message.view;
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    object.set = options.bytes === $String ? $util.base64.encode(message.set, 0, message.set.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.set) : message.set;
                return object;
            };

            /**
             * Converts this Precommit to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Precommit
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Precommit.prototype.toJSON = function() {
                return Precommit.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Precommit
             * @function getTypeUrl
             * @memberof hushmark.v1.Precommit
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Precommit.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Precommit";
            };

            return Precommit;
        })();

        v1.Reveal = (function() {

            /**
             * Properties of a Reveal.
             * @typedef {Object} hushmark.v1.Reveal.$Properties
             * @property {Uint8Array|null} [round] Reveal round
             * @property {string|null} [sum] Reveal sum
             * @property {Uint8Array|null} [context] Reveal context
             * @property {Uint8Array|null} [set] Reveal set
             * @property {Uint8Array|null} [selfSeed] Reveal selfSeed
             * @property {Array.<hushmark.v1.PairReveal.$Properties>|null} [pairs] Reveal pairs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Reveal.
             * @memberof hushmark.v1
             * @interface IReveal
             * @augments hushmark.v1.Reveal.$Properties
             * @deprecated Use hushmark.v1.Reveal.$Properties instead.
             */

            /**
             * Shape of a Reveal.
             * @typedef {hushmark.v1.Reveal.$Properties} hushmark.v1.Reveal.$Shape
             */

            /**
             * Constructs a new Reveal.
             * @memberof hushmark.v1
             * @classdesc Represents a Reveal.
             * @constructor
             * @param {hushmark.v1.Reveal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Reveal = function (properties) {
                this.pairs = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Reveal round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Reveal
             * @instance
             */
            Reveal.prototype.round = $util.newBuffer([]);

            /**
             * Reveal sum.
             * @member {string} sum
             * @memberof hushmark.v1.Reveal
             * @instance
             */
            Reveal.prototype.sum = "";

            /**
             * Reveal context.
             * @member {Uint8Array} context
             * @memberof hushmark.v1.Reveal
             * @instance
             */
            Reveal.prototype.context = $util.newBuffer([]);

            /**
             * Reveal set.
             * @member {Uint8Array} set
             * @memberof hushmark.v1.Reveal
             * @instance
             */
            Reveal.prototype.set = $util.newBuffer([]);

            /**
             * Reveal selfSeed.
             * @member {Uint8Array} selfSeed
             * @memberof hushmark.v1.Reveal
             * @instance
             */
            Reveal.prototype.selfSeed = $util.newBuffer([]);

            /**
             * Reveal pairs.
             * @member {Array.<hushmark.v1.PairReveal.$Properties>} pairs
             * @memberof hushmark.v1.Reveal
             * @instance
             */
            Reveal.prototype.pairs = $util.emptyArray;

            /**
             * Creates a new Reveal instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Reveal
             * @static
             * @param {hushmark.v1.Reveal.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Reveal} Reveal instance
             * @type {{
             *   (properties: hushmark.v1.Reveal.$Shape): hushmark.v1.Reveal & hushmark.v1.Reveal.$Shape;
             *   (properties?: hushmark.v1.Reveal.$Properties): hushmark.v1.Reveal;
             * }}
             */
            Reveal.create = function(properties) {
                return new Reveal(properties);
            };

            /**
             * Encodes the specified Reveal message. Does not implicitly {@link hushmark.v1.Reveal.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Reveal
             * @static
             * @param {hushmark.v1.Reveal.$Properties} message Reveal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Reveal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.sum);
                if (message.context != null && $Object.hasOwnProperty.call(message, "context") && message.context.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.context);
                if (message.set != null && $Object.hasOwnProperty.call(message, "set") && message.set.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.set);
                if (message.selfSeed != null && $Object.hasOwnProperty.call(message, "selfSeed") && message.selfSeed.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.selfSeed);
                if (message.pairs != null && message.pairs.length)
                    for (let i = 0; i < message.pairs.length; ++i)
                        $root.hushmark.v1.PairReveal.encode(message.pairs[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Reveal message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Reveal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Reveal & hushmark.v1.Reveal.$Shape} Reveal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Reveal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Reveal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.context = value;
                            else
                                delete message.context;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.set = value;
                            else
                                delete message.set;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.selfSeed = value;
                            else
                                delete message.selfSeed;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.pairs && message.pairs.length))
                                message.pairs = [];
                            message.pairs.push($root.hushmark.v1.PairReveal.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Reveal message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Reveal
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Reveal} Reveal
             */
            Reveal.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Reveal)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Reveal: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Reveal();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.context != null)
                    if (object.context.length)
                        if (typeof object.context === "string")
                            $util.base64.decode(object.context, message.context = $util.newBuffer($util.base64.length(object.context)), 0);
                        else if (object.context.length >= 0)
                            message.context = object.context;
                if (object.set != null)
                    if (object.set.length)
                        if (typeof object.set === "string")
                            $util.base64.decode(object.set, message.set = $util.newBuffer($util.base64.length(object.set)), 0);
                        else if (object.set.length >= 0)
                            message.set = object.set;
                if (object.selfSeed != null)
                    if (object.selfSeed.length)
                        if (typeof object.selfSeed === "string")
                            $util.base64.decode(object.selfSeed, message.selfSeed = $util.newBuffer($util.base64.length(object.selfSeed)), 0);
                        else if (object.selfSeed.length >= 0)
                            message.selfSeed = object.selfSeed;
                if (object.pairs) {
                    if (!$Array.isArray(object.pairs))
                        throw $TypeError(".hushmark.v1.Reveal.pairs: array expected");
                    message.pairs = $Array(object.pairs.length);
                    for (let i = 0; i < object.pairs.length; ++i) {
                        if (!$util.isObject(object.pairs[i]))
                            throw $TypeError(".hushmark.v1.Reveal.pairs: object expected");
                        message.pairs[i] = $root.hushmark.v1.PairReveal.fromObject(object.pairs[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a Reveal message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Reveal
             * @static
             * @param {hushmark.v1.Reveal} message Reveal
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Reveal.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.pairs = [];
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.sum = "";
                    if (options.bytes === $String)
                        object.context = "";
                    else {
                        object.context = [];
                        if (options.bytes !== $Array)
                            object.context = $util.newBuffer(object.context);
                    }
                    if (options.bytes === $String)
                        object.set = "";
                    else {
                        object.set = [];
                        if (options.bytes !== $Array)
                            object.set = $util.newBuffer(object.set);
                    }
                    if (options.bytes === $String)
                        object.selfSeed = "";
                    else {
                        object.selfSeed = [];
                        if (options.bytes !== $Array)
                            object.selfSeed = $util.newBuffer(object.selfSeed);
                    }
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    object.context = options.bytes === $String ? $util.base64.encode(message.context, 0, message.context.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.context) : message.context;
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    object.set = options.bytes === $String ? $util.base64.encode(message.set, 0, message.set.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.set) : message.set;
                if (message.selfSeed != null && $Object.hasOwnProperty.call(message, "selfSeed"))
                    object.selfSeed = options.bytes === $String ? $util.base64.encode(message.selfSeed, 0, message.selfSeed.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.selfSeed) : message.selfSeed;
                if (message.pairs && message.pairs.length) {
                    object.pairs = $Array(message.pairs.length);
                    for (let j = 0; j < message.pairs.length; ++j)
                        object.pairs[j] = $root.hushmark.v1.PairReveal.toObject(message.pairs[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Reveal to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Reveal
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Reveal.prototype.toJSON = function() {
                return Reveal.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Reveal
             * @function getTypeUrl
             * @memberof hushmark.v1.Reveal
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Reveal.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Reveal";
            };

            return Reveal;
        })();

        v1.PairReveal = (function() {

            /**
             * Properties of a PairReveal.
             * @typedef {Object} hushmark.v1.PairReveal.$Properties
             * @property {string|null} [org] PairReveal org
             * @property {Uint8Array|null} [seed] PairReveal seed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PairReveal.
             * @memberof hushmark.v1
             * @interface IPairReveal
             * @augments hushmark.v1.PairReveal.$Properties
             * @deprecated Use hushmark.v1.PairReveal.$Properties instead.
             */

            /**
             * Shape of a PairReveal.
             * @typedef {hushmark.v1.PairReveal.$Properties} hushmark.v1.PairReveal.$Shape
             */

            /**
             * Constructs a new PairReveal.
             * @memberof hushmark.v1
             * @classdesc Represents a PairReveal.
             * @constructor
             * @param {hushmark.v1.PairReveal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PairReveal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PairReveal org.
             * @member {string} org
             * @memberof hushmark.v1.PairReveal
             * @instance
             */
            PairReveal.prototype.org = "";

            /**
             * PairReveal seed.
             * @member {Uint8Array} seed
             * @memberof hushmark.v1.PairReveal
             * @instance
             */
            PairReveal.prototype.seed = $util.newBuffer([]);

            /**
             * Creates a new PairReveal instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.PairReveal
             * @static
             * @param {hushmark.v1.PairReveal.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.PairReveal} PairReveal instance
             * @type {{
             *   (properties: hushmark.v1.PairReveal.$Shape): hushmark.v1.PairReveal & hushmark.v1.PairReveal.$Shape;
             *   (properties?: hushmark.v1.PairReveal.$Properties): hushmark.v1.PairReveal;
             * }}
             */
            PairReveal.create = function(properties) {
                return new PairReveal(properties);
            };

            /**
             * Encodes the specified PairReveal message. Does not implicitly {@link hushmark.v1.PairReveal.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.PairReveal
             * @static
             * @param {hushmark.v1.PairReveal.$Properties} message PairReveal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PairReveal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.org != null && $Object.hasOwnProperty.call(message, "org") && message.org !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.org);
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && message.seed.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.seed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PairReveal message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.PairReveal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.PairReveal & hushmark.v1.PairReveal.$Shape} PairReveal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PairReveal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.PairReveal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.org = value;
                            else
                                delete message.org;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.seed = value;
                            else
                                delete message.seed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PairReveal message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.PairReveal
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.PairReveal} PairReveal
             */
            PairReveal.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.PairReveal)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.PairReveal: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.PairReveal();
                if (object.org != null)
                    if (typeof object.org !== "string" || object.org.length)
                        message.org = $String(object.org);
                if (object.seed != null)
                    if (object.seed.length)
                        if (typeof object.seed === "string")
                            $util.base64.decode(object.seed, message.seed = $util.newBuffer($util.base64.length(object.seed)), 0);
                        else if (object.seed.length >= 0)
                            message.seed = object.seed;
                return message;
            };

            /**
             * Creates a plain object from a PairReveal message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.PairReveal
             * @static
             * @param {hushmark.v1.PairReveal} message PairReveal
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PairReveal.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.org = "";
                    if (options.bytes === $String)
                        object.seed = "";
                    else {
                        object.seed = [];
                        if (options.bytes !== $Array)
                            object.seed = $util.newBuffer(object.seed);
                    }
                }
                if (message.org != null && $Object.hasOwnProperty.call(message, "org"))
                    object.org = message.org;
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed"))
                    object.seed = options.bytes === $String ? $util.base64.encode(message.seed, 0, message.seed.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.seed) : message.seed;
                return object;
            };

            /**
             * Converts this PairReveal to JSON.
             * @function toJSON
             * @memberof hushmark.v1.PairReveal
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PairReveal.prototype.toJSON = function() {
                return PairReveal.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for PairReveal
             * @function getTypeUrl
             * @memberof hushmark.v1.PairReveal
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            PairReveal.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.PairReveal";
            };

            return PairReveal;
        })();

        v1.ShareReveal = (function() {

            /**
             * Properties of a ShareReveal.
             * @typedef {Object} hushmark.v1.ShareReveal.$Properties
             * @property {Uint8Array|null} [round] ShareReveal round
             * @property {string|null} [sum] ShareReveal sum
             * @property {Uint8Array|null} [context] ShareReveal context
             * @property {Uint8Array|null} [set] ShareReveal set
             * @property {Array.<hushmark.v1.SharePiece.$Properties>|null} [pieces] ShareReveal pieces
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ShareReveal.
             * @memberof hushmark.v1
             * @interface IShareReveal
             * @augments hushmark.v1.ShareReveal.$Properties
             * @deprecated Use hushmark.v1.ShareReveal.$Properties instead.
             */

            /**
             * Shape of a ShareReveal.
             * @typedef {hushmark.v1.ShareReveal.$Properties} hushmark.v1.ShareReveal.$Shape
             */

            /**
             * Constructs a new ShareReveal.
             * @memberof hushmark.v1
             * @classdesc Represents a ShareReveal.
             * @constructor
             * @param {hushmark.v1.ShareReveal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ShareReveal = function (properties) {
                this.pieces = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ShareReveal round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.ShareReveal
             * @instance
             */
            ShareReveal.prototype.round = $util.newBuffer([]);

            /**
             * ShareReveal sum.
             * @member {string} sum
             * @memberof hushmark.v1.ShareReveal
             * @instance
             */
            ShareReveal.prototype.sum = "";

            /**
             * ShareReveal context.
             * @member {Uint8Array} context
             * @memberof hushmark.v1.ShareReveal
             * @instance
             */
            ShareReveal.prototype.context = $util.newBuffer([]);

            /**
             * ShareReveal set.
             * @member {Uint8Array} set
             * @memberof hushmark.v1.ShareReveal
             * @instance
             */
            ShareReveal.prototype.set = $util.newBuffer([]);

            /**
             * ShareReveal pieces.
             * @member {Array.<hushmark.v1.SharePiece.$Properties>} pieces
             * @memberof hushmark.v1.ShareReveal
             * @instance
             */
            ShareReveal.prototype.pieces = $util.emptyArray;

            /**
             * Creates a new ShareReveal instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.ShareReveal
             * @static
             * @param {hushmark.v1.ShareReveal.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.ShareReveal} ShareReveal instance
             * @type {{
             *   (properties: hushmark.v1.ShareReveal.$Shape): hushmark.v1.ShareReveal & hushmark.v1.ShareReveal.$Shape;
             *   (properties?: hushmark.v1.ShareReveal.$Properties): hushmark.v1.ShareReveal;
             * }}
             */
            ShareReveal.create = function(properties) {
                return new ShareReveal(properties);
            };

            /**
             * Encodes the specified ShareReveal message. Does not implicitly {@link hushmark.v1.ShareReveal.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.ShareReveal
             * @static
             * @param {hushmark.v1.ShareReveal.$Properties} message ShareReveal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ShareReveal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.sum);
                if (message.context != null && $Object.hasOwnProperty.call(message, "context") && message.context.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.context);
                if (message.set != null && $Object.hasOwnProperty.call(message, "set") && message.set.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.set);
                if (message.pieces != null && message.pieces.length)
                    for (let i = 0; i < message.pieces.length; ++i)
                        $root.hushmark.v1.SharePiece.encode(message.pieces[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ShareReveal message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.ShareReveal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.ShareReveal & hushmark.v1.ShareReveal.$Shape} ShareReveal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ShareReveal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.ShareReveal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.context = value;
                            else
                                delete message.context;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.set = value;
                            else
                                delete message.set;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.pieces && message.pieces.length))
                                message.pieces = [];
                            message.pieces.push($root.hushmark.v1.SharePiece.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ShareReveal message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.ShareReveal
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.ShareReveal} ShareReveal
             */
            ShareReveal.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.ShareReveal)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.ShareReveal: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.ShareReveal();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.context != null)
                    if (object.context.length)
                        if (typeof object.context === "string")
                            $util.base64.decode(object.context, message.context = $util.newBuffer($util.base64.length(object.context)), 0);
                        else if (object.context.length >= 0)
                            message.context = object.context;
                if (object.set != null)
                    if (object.set.length)
                        if (typeof object.set === "string")
                            $util.base64.decode(object.set, message.set = $util.newBuffer($util.base64.length(object.set)), 0);
                        else if (object.set.length >= 0)
                            message.set = object.set;
                if (object.pieces) {
                    if (!$Array.isArray(object.pieces))
                        throw $TypeError(".hushmark.v1.ShareReveal.pieces: array expected");
                    message.pieces = $Array(object.pieces.length);
                    for (let i = 0; i < object.pieces.length; ++i) {
                        if (!$util.isObject(object.pieces[i]))
                            throw $TypeError(".hushmark.v1.ShareReveal.pieces: object expected");
                        message.pieces[i] = $root.hushmark.v1.SharePiece.fromObject(object.pieces[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a ShareReveal message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.ShareReveal
             * @static
             * @param {hushmark.v1.ShareReveal} message ShareReveal
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ShareReveal.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.pieces = [];
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.sum = "";
                    if (options.bytes === $String)
                        object.context = "";
                    else {
                        object.context = [];
                        if (options.bytes !== $Array)
                            object.context = $util.newBuffer(object.context);
                    }
                    if (options.bytes === $String)
                        object.set = "";
                    else {
                        object.set = [];
                        if (options.bytes !== $Array)
                            object.set = $util.newBuffer(object.set);
                    }
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    object.context = options.bytes === $String ? $util.base64.encode(message.context, 0, message.context.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.context) : message.context;
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    object.set = options.bytes === $String ? $util.base64.encode(message.set, 0, message.set.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.set) : message.set;
                if (message.pieces && message.pieces.length) {
                    object.pieces = $Array(message.pieces.length);
                    for (let j = 0; j < message.pieces.length; ++j)
                        object.pieces[j] = $root.hushmark.v1.SharePiece.toObject(message.pieces[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this ShareReveal to JSON.
             * @function toJSON
             * @memberof hushmark.v1.ShareReveal
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ShareReveal.prototype.toJSON = function() {
                return ShareReveal.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ShareReveal
             * @function getTypeUrl
             * @memberof hushmark.v1.ShareReveal
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ShareReveal.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.ShareReveal";
            };

            return ShareReveal;
        })();

        v1.SharePiece = (function() {

            /**
             * Properties of a SharePiece.
             * @typedef {Object} hushmark.v1.SharePiece.$Properties
             * @property {string|null} [dealer] SharePiece dealer
             * @property {number|null} [kind] SharePiece kind
             * @property {Uint8Array|null} [share] SharePiece share
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SharePiece.
             * @memberof hushmark.v1
             * @interface ISharePiece
             * @augments hushmark.v1.SharePiece.$Properties
             * @deprecated Use hushmark.v1.SharePiece.$Properties instead.
             */

            /**
             * Shape of a SharePiece.
             * @typedef {hushmark.v1.SharePiece.$Properties} hushmark.v1.SharePiece.$Shape
             */

            /**
             * Constructs a new SharePiece.
             * @memberof hushmark.v1
             * @classdesc Represents a SharePiece.
             * @constructor
             * @param {hushmark.v1.SharePiece.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SharePiece = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SharePiece dealer.
             * @member {string} dealer
             * @memberof hushmark.v1.SharePiece
             * @instance
             */
            SharePiece.prototype.dealer = "";

            /**
             * SharePiece kind.
             * @member {number} kind
             * @memberof hushmark.v1.SharePiece
             * @instance
             */
            SharePiece.prototype.kind = 0;

            /**
             * SharePiece share.
             * @member {Uint8Array} share
             * @memberof hushmark.v1.SharePiece
             * @instance
             */
            SharePiece.prototype.share = $util.newBuffer([]);

            /**
             * Creates a new SharePiece instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.SharePiece
             * @static
             * @param {hushmark.v1.SharePiece.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.SharePiece} SharePiece instance
             * @type {{
             *   (properties: hushmark.v1.SharePiece.$Shape): hushmark.v1.SharePiece & hushmark.v1.SharePiece.$Shape;
             *   (properties?: hushmark.v1.SharePiece.$Properties): hushmark.v1.SharePiece;
             * }}
             */
            SharePiece.create = function(properties) {
                return new SharePiece(properties);
            };

            /**
             * Encodes the specified SharePiece message. Does not implicitly {@link hushmark.v1.SharePiece.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.SharePiece
             * @static
             * @param {hushmark.v1.SharePiece.$Properties} message SharePiece message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SharePiece.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.dealer != null && $Object.hasOwnProperty.call(message, "dealer") && message.dealer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.dealer);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.kind);
                if (message.share != null && $Object.hasOwnProperty.call(message, "share") && message.share.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.share);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SharePiece message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.SharePiece
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.SharePiece & hushmark.v1.SharePiece.$Shape} SharePiece
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SharePiece.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.SharePiece();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.dealer = value;
                            else
                                delete message.dealer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.share = value;
                            else
                                delete message.share;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a SharePiece message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.SharePiece
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.SharePiece} SharePiece
             */
            SharePiece.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.SharePiece)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.SharePiece: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.SharePiece();
                if (object.dealer != null)
                    if (typeof object.dealer !== "string" || object.dealer.length)
                        message.dealer = $String(object.dealer);
                if (object.kind != null)
                    if ($Number(object.kind) !== 0)
                        message.kind = object.kind >>> 0;
                if (object.share != null)
                    if (object.share.length)
                        if (typeof object.share === "string")
                            $util.base64.decode(object.share, message.share = $util.newBuffer($util.base64.length(object.share)), 0);
                        else if (object.share.length >= 0)
                            message.share = object.share;
                return message;
            };

            /**
             * Creates a plain object from a SharePiece message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.SharePiece
             * @static
             * @param {hushmark.v1.SharePiece} message SharePiece
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SharePiece.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.dealer = "";
                    object.kind = 0;
                    if (options.bytes === $String)
                        object.share = "";
                    else {
                        object.share = [];
                        if (options.bytes !== $Array)
                            object.share = $util.newBuffer(object.share);
                    }
                }
                if (message.dealer != null && $Object.hasOwnProperty.call(message, "dealer"))
                    object.dealer = message.dealer;
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    object.kind = message.kind;
                if (message.share != null && $Object.hasOwnProperty.call(message, "share"))
                    object.share = options.bytes === $String ? $util.base64.encode(message.share, 0, message.share.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.share) : message.share;
                return object;
            };

            /**
             * Converts this SharePiece to JSON.
             * @function toJSON
             * @memberof hushmark.v1.SharePiece
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SharePiece.prototype.toJSON = function() {
                return SharePiece.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for SharePiece
             * @function getTypeUrl
             * @memberof hushmark.v1.SharePiece
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            SharePiece.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.SharePiece";
            };

            return SharePiece;
        })();

        v1.Result = (function() {

            /**
             * Properties of a Result.
             * @typedef {Object} hushmark.v1.Result.$Properties
             * @property {Uint8Array|null} [round] Result round
             * @property {string|null} [sum] Result sum
             * @property {Uint8Array|null} [context] Result context
             * @property {Uint8Array|null} [set] Result set
             * @property {Uint8Array|null} [lanesDigest] Result lanesDigest
             * @property {Uint8Array|null} [reportDigest] Result reportDigest
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Result.
             * @memberof hushmark.v1
             * @interface IResult
             * @augments hushmark.v1.Result.$Properties
             * @deprecated Use hushmark.v1.Result.$Properties instead.
             */

            /**
             * Shape of a Result.
             * @typedef {hushmark.v1.Result.$Properties} hushmark.v1.Result.$Shape
             */

            /**
             * Constructs a new Result.
             * @memberof hushmark.v1
             * @classdesc Represents a Result.
             * @constructor
             * @param {hushmark.v1.Result.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Result = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Result round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Result
             * @instance
             */
            Result.prototype.round = $util.newBuffer([]);

            /**
             * Result sum.
             * @member {string} sum
             * @memberof hushmark.v1.Result
             * @instance
             */
            Result.prototype.sum = "";

            /**
             * Result context.
             * @member {Uint8Array} context
             * @memberof hushmark.v1.Result
             * @instance
             */
            Result.prototype.context = $util.newBuffer([]);

            /**
             * Result set.
             * @member {Uint8Array} set
             * @memberof hushmark.v1.Result
             * @instance
             */
            Result.prototype.set = $util.newBuffer([]);

            /**
             * Result lanesDigest.
             * @member {Uint8Array} lanesDigest
             * @memberof hushmark.v1.Result
             * @instance
             */
            Result.prototype.lanesDigest = $util.newBuffer([]);

            /**
             * Result reportDigest.
             * @member {Uint8Array} reportDigest
             * @memberof hushmark.v1.Result
             * @instance
             */
            Result.prototype.reportDigest = $util.newBuffer([]);

            /**
             * Creates a new Result instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Result
             * @static
             * @param {hushmark.v1.Result.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Result} Result instance
             * @type {{
             *   (properties: hushmark.v1.Result.$Shape): hushmark.v1.Result & hushmark.v1.Result.$Shape;
             *   (properties?: hushmark.v1.Result.$Properties): hushmark.v1.Result;
             * }}
             */
            Result.create = function(properties) {
                return new Result(properties);
            };

            /**
             * Encodes the specified Result message. Does not implicitly {@link hushmark.v1.Result.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Result
             * @static
             * @param {hushmark.v1.Result.$Properties} message Result message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Result.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.sum);
                if (message.context != null && $Object.hasOwnProperty.call(message, "context") && message.context.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.context);
                if (message.set != null && $Object.hasOwnProperty.call(message, "set") && message.set.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.set);
                if (message.lanesDigest != null && $Object.hasOwnProperty.call(message, "lanesDigest") && message.lanesDigest.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.lanesDigest);
                if (message.reportDigest != null && $Object.hasOwnProperty.call(message, "reportDigest") && message.reportDigest.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.reportDigest);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Result message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Result
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Result & hushmark.v1.Result.$Shape} Result
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Result.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Result();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.context = value;
                            else
                                delete message.context;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.set = value;
                            else
                                delete message.set;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.lanesDigest = value;
                            else
                                delete message.lanesDigest;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.reportDigest = value;
                            else
                                delete message.reportDigest;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Result message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Result
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Result} Result
             */
            Result.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Result)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Result: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Result();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.context != null)
                    if (object.context.length)
                        if (typeof object.context === "string")
                            $util.base64.decode(object.context, message.context = $util.newBuffer($util.base64.length(object.context)), 0);
                        else if (object.context.length >= 0)
                            message.context = object.context;
                if (object.set != null)
                    if (object.set.length)
                        if (typeof object.set === "string")
                            $util.base64.decode(object.set, message.set = $util.newBuffer($util.base64.length(object.set)), 0);
                        else if (object.set.length >= 0)
                            message.set = object.set;
                if (object.lanesDigest != null)
                    if (object.lanesDigest.length)
                        if (typeof object.lanesDigest === "string")
                            $util.base64.decode(object.lanesDigest, message.lanesDigest = $util.newBuffer($util.base64.length(object.lanesDigest)), 0);
                        else if (object.lanesDigest.length >= 0)
                            message.lanesDigest = object.lanesDigest;
                if (object.reportDigest != null)
                    if (object.reportDigest.length)
                        if (typeof object.reportDigest === "string")
                            $util.base64.decode(object.reportDigest, message.reportDigest = $util.newBuffer($util.base64.length(object.reportDigest)), 0);
                        else if (object.reportDigest.length >= 0)
                            message.reportDigest = object.reportDigest;
                return message;
            };

            /**
             * Creates a plain object from a Result message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Result
             * @static
             * @param {hushmark.v1.Result} message Result
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Result.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.sum = "";
                    if (options.bytes === $String)
                        object.context = "";
                    else {
                        object.context = [];
                        if (options.bytes !== $Array)
                            object.context = $util.newBuffer(object.context);
                    }
                    if (options.bytes === $String)
                        object.set = "";
                    else {
                        object.set = [];
                        if (options.bytes !== $Array)
                            object.set = $util.newBuffer(object.set);
                    }
                    if (options.bytes === $String)
                        object.lanesDigest = "";
                    else {
                        object.lanesDigest = [];
                        if (options.bytes !== $Array)
                            object.lanesDigest = $util.newBuffer(object.lanesDigest);
                    }
                    if (options.bytes === $String)
                        object.reportDigest = "";
                    else {
                        object.reportDigest = [];
                        if (options.bytes !== $Array)
                            object.reportDigest = $util.newBuffer(object.reportDigest);
                    }
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    object.context = options.bytes === $String ? $util.base64.encode(message.context, 0, message.context.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.context) : message.context;
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    object.set = options.bytes === $String ? $util.base64.encode(message.set, 0, message.set.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.set) : message.set;
                if (message.lanesDigest != null && $Object.hasOwnProperty.call(message, "lanesDigest"))
                    object.lanesDigest = options.bytes === $String ? $util.base64.encode(message.lanesDigest, 0, message.lanesDigest.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.lanesDigest) : message.lanesDigest;
                if (message.reportDigest != null && $Object.hasOwnProperty.call(message, "reportDigest"))
                    object.reportDigest = options.bytes === $String ? $util.base64.encode(message.reportDigest, 0, message.reportDigest.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.reportDigest) : message.reportDigest;
                return object;
            };

            /**
             * Converts this Result to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Result
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Result.prototype.toJSON = function() {
                return Result.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Result
             * @function getTypeUrl
             * @memberof hushmark.v1.Result
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Result.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Result";
            };

            return Result;
        })();

        v1.Certificate = (function() {

            /**
             * Properties of a Certificate.
             * @typedef {Object} hushmark.v1.Certificate.$Properties
             * @property {Uint8Array|null} [candidate] Certificate candidate
             * @property {Array.<Uint8Array>|null} [precommits] Certificate precommits
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Certificate.
             * @memberof hushmark.v1
             * @interface ICertificate
             * @augments hushmark.v1.Certificate.$Properties
             * @deprecated Use hushmark.v1.Certificate.$Properties instead.
             */

            /**
             * Shape of a Certificate.
             * @typedef {hushmark.v1.Certificate.$Properties} hushmark.v1.Certificate.$Shape
             */

            /**
             * Constructs a new Certificate.
             * @memberof hushmark.v1
             * @classdesc Represents a Certificate.
             * @constructor
             * @param {hushmark.v1.Certificate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Certificate = function (properties) {
                this.precommits = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Certificate candidate.
             * @member {Uint8Array} candidate
             * @memberof hushmark.v1.Certificate
             * @instance
             */
            Certificate.prototype.candidate = $util.newBuffer([]);

            /**
             * Certificate precommits.
             * @member {Array.<Uint8Array>} precommits
             * @memberof hushmark.v1.Certificate
             * @instance
             */
            Certificate.prototype.precommits = $util.emptyArray;

            /**
             * Creates a new Certificate instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Certificate
             * @static
             * @param {hushmark.v1.Certificate.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Certificate} Certificate instance
             * @type {{
             *   (properties: hushmark.v1.Certificate.$Shape): hushmark.v1.Certificate & hushmark.v1.Certificate.$Shape;
             *   (properties?: hushmark.v1.Certificate.$Properties): hushmark.v1.Certificate;
             * }}
             */
            Certificate.create = function(properties) {
                return new Certificate(properties);
            };

            /**
             * Encodes the specified Certificate message. Does not implicitly {@link hushmark.v1.Certificate.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Certificate
             * @static
             * @param {hushmark.v1.Certificate.$Properties} message Certificate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Certificate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.candidate != null && $Object.hasOwnProperty.call(message, "candidate") && message.candidate.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.candidate);
                if (message.precommits != null && message.precommits.length)
                    for (let i = 0; i < message.precommits.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.precommits[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Certificate message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Certificate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Certificate & hushmark.v1.Certificate.$Shape} Certificate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Certificate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Certificate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.candidate = value;
                            else
                                delete message.candidate;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.precommits && message.precommits.length))
                                message.precommits = [];
                            message.precommits.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Certificate message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Certificate
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Certificate} Certificate
             */
            Certificate.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Certificate)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Certificate: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Certificate();
                if (object.candidate != null)
                    if (object.candidate.length)
                        if (typeof object.candidate === "string")
                            $util.base64.decode(object.candidate, message.candidate = $util.newBuffer($util.base64.length(object.candidate)), 0);
                        else if (object.candidate.length >= 0)
                            message.candidate = object.candidate;
                if (object.precommits) {
                    if (!$Array.isArray(object.precommits))
                        throw $TypeError(".hushmark.v1.Certificate.precommits: array expected");
                    message.precommits = $Array(object.precommits.length);
                    for (let i = 0; i < object.precommits.length; ++i)
                        if (typeof object.precommits[i] === "string")
                            $util.base64.decode(object.precommits[i], message.precommits[i] = $util.newBuffer($util.base64.length(object.precommits[i])), 0);
                        else if (object.precommits[i].length >= 0)
                            message.precommits[i] = object.precommits[i];
                }
                return message;
            };

            /**
             * Creates a plain object from a Certificate message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Certificate
             * @static
             * @param {hushmark.v1.Certificate} message Certificate
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Certificate.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.precommits = [];
                if (options.defaults)
                    if (options.bytes === $String)
                        object.candidate = "";
                    else {
                        object.candidate = [];
                        if (options.bytes !== $Array)
                            object.candidate = $util.newBuffer(object.candidate);
                    }
                if (message.candidate != null && $Object.hasOwnProperty.call(message, "candidate"))
                    object.candidate = options.bytes === $String ? $util.base64.encode(message.candidate, 0, message.candidate.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.candidate) : message.candidate;
                if (message.precommits && message.precommits.length) {
                    object.precommits = $Array(message.precommits.length);
                    for (let j = 0; j < message.precommits.length; ++j)
                        object.precommits[j] = options.bytes === $String ? $util.base64.encode(message.precommits[j], 0, message.precommits[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.precommits[j]) : message.precommits[j];
                }
                return object;
            };

            /**
             * Converts this Certificate to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Certificate
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Certificate.prototype.toJSON = function() {
                return Certificate.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Certificate
             * @function getTypeUrl
             * @memberof hushmark.v1.Certificate
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Certificate.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Certificate";
            };

            return Certificate;
        })();

        v1.Bundle = (function() {

            /**
             * Properties of a Bundle.
             * @typedef {Object} hushmark.v1.Bundle.$Properties
             * @property {number|null} [version] Bundle version
             * @property {Uint8Array|null} [manifest] Bundle manifest
             * @property {Array.<Uint8Array>|null} [envelopes] Bundle envelopes
             * @property {Array.<hushmark.v1.KeysDigest.$Properties>|null} [keys] Bundle keys
             * @property {Uint8Array|null} [report] Bundle report
             * @property {Array.<hushmark.v1.Recovered.$Properties>|null} [recovered] Bundle recovered
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Bundle.
             * @memberof hushmark.v1
             * @interface IBundle
             * @augments hushmark.v1.Bundle.$Properties
             * @deprecated Use hushmark.v1.Bundle.$Properties instead.
             */

            /**
             * Shape of a Bundle.
             * @typedef {hushmark.v1.Bundle.$Properties} hushmark.v1.Bundle.$Shape
             */

            /**
             * Constructs a new Bundle.
             * @memberof hushmark.v1
             * @classdesc Represents a Bundle.
             * @constructor
             * @param {hushmark.v1.Bundle.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Bundle = function (properties) {
                this.envelopes = [];
                this.keys = [];
                this.recovered = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Bundle version.
             * @member {number} version
             * @memberof hushmark.v1.Bundle
             * @instance
             */
            Bundle.prototype.version = 0;

            /**
             * Bundle manifest.
             * @member {Uint8Array} manifest
             * @memberof hushmark.v1.Bundle
             * @instance
             */
            Bundle.prototype.manifest = $util.newBuffer([]);

            /**
             * Bundle envelopes.
             * @member {Array.<Uint8Array>} envelopes
             * @memberof hushmark.v1.Bundle
             * @instance
             */
            Bundle.prototype.envelopes = $util.emptyArray;

            /**
             * Bundle keys.
             * @member {Array.<hushmark.v1.KeysDigest.$Properties>} keys
             * @memberof hushmark.v1.Bundle
             * @instance
             */
            Bundle.prototype.keys = $util.emptyArray;

            /**
             * Bundle report.
             * @member {Uint8Array} report
             * @memberof hushmark.v1.Bundle
             * @instance
             */
            Bundle.prototype.report = $util.newBuffer([]);

            /**
             * Bundle recovered.
             * @member {Array.<hushmark.v1.Recovered.$Properties>} recovered
             * @memberof hushmark.v1.Bundle
             * @instance
             */
            Bundle.prototype.recovered = $util.emptyArray;

            /**
             * Creates a new Bundle instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Bundle
             * @static
             * @param {hushmark.v1.Bundle.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Bundle} Bundle instance
             * @type {{
             *   (properties: hushmark.v1.Bundle.$Shape): hushmark.v1.Bundle & hushmark.v1.Bundle.$Shape;
             *   (properties?: hushmark.v1.Bundle.$Properties): hushmark.v1.Bundle;
             * }}
             */
            Bundle.create = function(properties) {
                return new Bundle(properties);
            };

            /**
             * Encodes the specified Bundle message. Does not implicitly {@link hushmark.v1.Bundle.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Bundle
             * @static
             * @param {hushmark.v1.Bundle.$Properties} message Bundle message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Bundle.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest") && message.manifest.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.manifest);
                if (message.envelopes != null && message.envelopes.length)
                    for (let i = 0; i < message.envelopes.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.envelopes[i]);
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        $root.hushmark.v1.KeysDigest.encode(message.keys[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.report != null && $Object.hasOwnProperty.call(message, "report") && message.report.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.report);
                if (message.recovered != null && message.recovered.length)
                    for (let i = 0; i < message.recovered.length; ++i)
                        $root.hushmark.v1.Recovered.encode(message.recovered[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Bundle message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Bundle
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Bundle & hushmark.v1.Bundle.$Shape} Bundle
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Bundle.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Bundle();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.manifest = value;
                            else
                                delete message.manifest;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.envelopes && message.envelopes.length))
                                message.envelopes = [];
                            message.envelopes.push(reader.bytes());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keys && message.keys.length))
                                message.keys = [];
                            message.keys.push($root.hushmark.v1.KeysDigest.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.report = value;
                            else
                                delete message.report;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.recovered && message.recovered.length))
                                message.recovered = [];
                            message.recovered.push($root.hushmark.v1.Recovered.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Bundle message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Bundle
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Bundle} Bundle
             */
            Bundle.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Bundle)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Bundle: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Bundle();
                if (object.version != null)
                    if ($Number(object.version) !== 0)
                        message.version = object.version >>> 0;
                if (object.manifest != null)
                    if (object.manifest.length)
                        if (typeof object.manifest === "string")
                            $util.base64.decode(object.manifest, message.manifest = $util.newBuffer($util.base64.length(object.manifest)), 0);
                        else if (object.manifest.length >= 0)
                            message.manifest = object.manifest;
                if (object.envelopes) {
                    if (!$Array.isArray(object.envelopes))
                        throw $TypeError(".hushmark.v1.Bundle.envelopes: array expected");
                    message.envelopes = $Array(object.envelopes.length);
                    for (let i = 0; i < object.envelopes.length; ++i)
                        if (typeof object.envelopes[i] === "string")
                            $util.base64.decode(object.envelopes[i], message.envelopes[i] = $util.newBuffer($util.base64.length(object.envelopes[i])), 0);
                        else if (object.envelopes[i].length >= 0)
                            message.envelopes[i] = object.envelopes[i];
                }
                if (object.keys) {
                    if (!$Array.isArray(object.keys))
                        throw $TypeError(".hushmark.v1.Bundle.keys: array expected");
                    message.keys = $Array(object.keys.length);
                    for (let i = 0; i < object.keys.length; ++i) {
                        if (!$util.isObject(object.keys[i]))
                            throw $TypeError(".hushmark.v1.Bundle.keys: object expected");
                        message.keys[i] = $root.hushmark.v1.KeysDigest.fromObject(object.keys[i], _depth + 1);
                    }
                }
                if (object.report != null)
                    if (object.report.length)
                        if (typeof object.report === "string")
                            $util.base64.decode(object.report, message.report = $util.newBuffer($util.base64.length(object.report)), 0);
                        else if (object.report.length >= 0)
                            message.report = object.report;
                if (object.recovered) {
                    if (!$Array.isArray(object.recovered))
                        throw $TypeError(".hushmark.v1.Bundle.recovered: array expected");
                    message.recovered = $Array(object.recovered.length);
                    for (let i = 0; i < object.recovered.length; ++i) {
                        if (!$util.isObject(object.recovered[i]))
                            throw $TypeError(".hushmark.v1.Bundle.recovered: object expected");
                        message.recovered[i] = $root.hushmark.v1.Recovered.fromObject(object.recovered[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a Bundle message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Bundle
             * @static
             * @param {hushmark.v1.Bundle} message Bundle
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Bundle.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.envelopes = [];
                    object.keys = [];
                    object.recovered = [];
                }
                if (options.defaults) {
                    object.version = 0;
                    if (options.bytes === $String)
                        object.manifest = "";
                    else {
                        object.manifest = [];
                        if (options.bytes !== $Array)
                            object.manifest = $util.newBuffer(object.manifest);
                    }
                    if (options.bytes === $String)
                        object.report = "";
                    else {
                        object.report = [];
                        if (options.bytes !== $Array)
                            object.report = $util.newBuffer(object.report);
                    }
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest"))
                    object.manifest = options.bytes === $String ? $util.base64.encode(message.manifest, 0, message.manifest.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.manifest) : message.manifest;
                if (message.envelopes && message.envelopes.length) {
                    object.envelopes = $Array(message.envelopes.length);
                    for (let j = 0; j < message.envelopes.length; ++j)
                        object.envelopes[j] = options.bytes === $String ? $util.base64.encode(message.envelopes[j], 0, message.envelopes[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.envelopes[j]) : message.envelopes[j];
                }
                if (message.keys && message.keys.length) {
                    object.keys = $Array(message.keys.length);
                    for (let j = 0; j < message.keys.length; ++j)
                        object.keys[j] = $root.hushmark.v1.KeysDigest.toObject(message.keys[j], options, _depth + 1);
                }
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    object.report = options.bytes === $String ? $util.base64.encode(message.report, 0, message.report.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.report) : message.report;
                if (message.recovered && message.recovered.length) {
                    object.recovered = $Array(message.recovered.length);
                    for (let j = 0; j < message.recovered.length; ++j)
                        object.recovered[j] = $root.hushmark.v1.Recovered.toObject(message.recovered[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Bundle to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Bundle
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Bundle.prototype.toJSON = function() {
                return Bundle.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Bundle
             * @function getTypeUrl
             * @memberof hushmark.v1.Bundle
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Bundle.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Bundle";
            };

            return Bundle;
        })();

        v1.Recovered = (function() {

            /**
             * Properties of a Recovered.
             * @typedef {Object} hushmark.v1.Recovered.$Properties
             * @property {string|null} [sum] Recovered sum
             * @property {Array.<hushmark.v1.SelfSeed.$Properties>|null} [selves] Recovered selves
             * @property {Array.<hushmark.v1.PairSeed.$Properties>|null} [pairs] Recovered pairs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Recovered.
             * @memberof hushmark.v1
             * @interface IRecovered
             * @augments hushmark.v1.Recovered.$Properties
             * @deprecated Use hushmark.v1.Recovered.$Properties instead.
             */

            /**
             * Shape of a Recovered.
             * @typedef {hushmark.v1.Recovered.$Properties} hushmark.v1.Recovered.$Shape
             */

            /**
             * Constructs a new Recovered.
             * @memberof hushmark.v1
             * @classdesc Represents a Recovered.
             * @constructor
             * @param {hushmark.v1.Recovered.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Recovered = function (properties) {
                this.selves = [];
                this.pairs = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Recovered sum.
             * @member {string} sum
             * @memberof hushmark.v1.Recovered
             * @instance
             */
            Recovered.prototype.sum = "";

            /**
             * Recovered selves.
             * @member {Array.<hushmark.v1.SelfSeed.$Properties>} selves
             * @memberof hushmark.v1.Recovered
             * @instance
             */
            Recovered.prototype.selves = $util.emptyArray;

            /**
             * Recovered pairs.
             * @member {Array.<hushmark.v1.PairSeed.$Properties>} pairs
             * @memberof hushmark.v1.Recovered
             * @instance
             */
            Recovered.prototype.pairs = $util.emptyArray;

            /**
             * Creates a new Recovered instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Recovered
             * @static
             * @param {hushmark.v1.Recovered.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Recovered} Recovered instance
             * @type {{
             *   (properties: hushmark.v1.Recovered.$Shape): hushmark.v1.Recovered & hushmark.v1.Recovered.$Shape;
             *   (properties?: hushmark.v1.Recovered.$Properties): hushmark.v1.Recovered;
             * }}
             */
            Recovered.create = function(properties) {
                return new Recovered(properties);
            };

            /**
             * Encodes the specified Recovered message. Does not implicitly {@link hushmark.v1.Recovered.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Recovered
             * @static
             * @param {hushmark.v1.Recovered.$Properties} message Recovered message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Recovered.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.sum);
                if (message.selves != null && message.selves.length)
                    for (let i = 0; i < message.selves.length; ++i)
                        $root.hushmark.v1.SelfSeed.encode(message.selves[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.pairs != null && message.pairs.length)
                    for (let i = 0; i < message.pairs.length; ++i)
                        $root.hushmark.v1.PairSeed.encode(message.pairs[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Recovered message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Recovered
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Recovered & hushmark.v1.Recovered.$Shape} Recovered
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Recovered.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Recovered();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.selves && message.selves.length))
                                message.selves = [];
                            message.selves.push($root.hushmark.v1.SelfSeed.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.pairs && message.pairs.length))
                                message.pairs = [];
                            message.pairs.push($root.hushmark.v1.PairSeed.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Recovered message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Recovered
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Recovered} Recovered
             */
            Recovered.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Recovered)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Recovered: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Recovered();
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.selves) {
                    if (!$Array.isArray(object.selves))
                        throw $TypeError(".hushmark.v1.Recovered.selves: array expected");
                    message.selves = $Array(object.selves.length);
                    for (let i = 0; i < object.selves.length; ++i) {
                        if (!$util.isObject(object.selves[i]))
                            throw $TypeError(".hushmark.v1.Recovered.selves: object expected");
                        message.selves[i] = $root.hushmark.v1.SelfSeed.fromObject(object.selves[i], _depth + 1);
                    }
                }
                if (object.pairs) {
                    if (!$Array.isArray(object.pairs))
                        throw $TypeError(".hushmark.v1.Recovered.pairs: array expected");
                    message.pairs = $Array(object.pairs.length);
                    for (let i = 0; i < object.pairs.length; ++i) {
                        if (!$util.isObject(object.pairs[i]))
                            throw $TypeError(".hushmark.v1.Recovered.pairs: object expected");
                        message.pairs[i] = $root.hushmark.v1.PairSeed.fromObject(object.pairs[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a Recovered message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Recovered
             * @static
             * @param {hushmark.v1.Recovered} message Recovered
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Recovered.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.selves = [];
                    object.pairs = [];
                }
                if (options.defaults)
                    object.sum = "";
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.selves && message.selves.length) {
                    object.selves = $Array(message.selves.length);
                    for (let j = 0; j < message.selves.length; ++j)
                        object.selves[j] = $root.hushmark.v1.SelfSeed.toObject(message.selves[j], options, _depth + 1);
                }
                if (message.pairs && message.pairs.length) {
                    object.pairs = $Array(message.pairs.length);
                    for (let j = 0; j < message.pairs.length; ++j)
                        object.pairs[j] = $root.hushmark.v1.PairSeed.toObject(message.pairs[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Recovered to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Recovered
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Recovered.prototype.toJSON = function() {
                return Recovered.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Recovered
             * @function getTypeUrl
             * @memberof hushmark.v1.Recovered
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Recovered.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Recovered";
            };

            return Recovered;
        })();

        v1.SelfSeed = (function() {

            /**
             * Properties of a SelfSeed.
             * @typedef {Object} hushmark.v1.SelfSeed.$Properties
             * @property {string|null} [org] SelfSeed org
             * @property {Uint8Array|null} [seed] SelfSeed seed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SelfSeed.
             * @memberof hushmark.v1
             * @interface ISelfSeed
             * @augments hushmark.v1.SelfSeed.$Properties
             * @deprecated Use hushmark.v1.SelfSeed.$Properties instead.
             */

            /**
             * Shape of a SelfSeed.
             * @typedef {hushmark.v1.SelfSeed.$Properties} hushmark.v1.SelfSeed.$Shape
             */

            /**
             * Constructs a new SelfSeed.
             * @memberof hushmark.v1
             * @classdesc Represents a SelfSeed.
             * @constructor
             * @param {hushmark.v1.SelfSeed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SelfSeed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SelfSeed org.
             * @member {string} org
             * @memberof hushmark.v1.SelfSeed
             * @instance
             */
            SelfSeed.prototype.org = "";

            /**
             * SelfSeed seed.
             * @member {Uint8Array} seed
             * @memberof hushmark.v1.SelfSeed
             * @instance
             */
            SelfSeed.prototype.seed = $util.newBuffer([]);

            /**
             * Creates a new SelfSeed instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.SelfSeed
             * @static
             * @param {hushmark.v1.SelfSeed.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.SelfSeed} SelfSeed instance
             * @type {{
             *   (properties: hushmark.v1.SelfSeed.$Shape): hushmark.v1.SelfSeed & hushmark.v1.SelfSeed.$Shape;
             *   (properties?: hushmark.v1.SelfSeed.$Properties): hushmark.v1.SelfSeed;
             * }}
             */
            SelfSeed.create = function(properties) {
                return new SelfSeed(properties);
            };

            /**
             * Encodes the specified SelfSeed message. Does not implicitly {@link hushmark.v1.SelfSeed.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.SelfSeed
             * @static
             * @param {hushmark.v1.SelfSeed.$Properties} message SelfSeed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SelfSeed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.org != null && $Object.hasOwnProperty.call(message, "org") && message.org !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.org);
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && message.seed.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.seed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SelfSeed message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.SelfSeed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.SelfSeed & hushmark.v1.SelfSeed.$Shape} SelfSeed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SelfSeed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.SelfSeed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.org = value;
                            else
                                delete message.org;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.seed = value;
                            else
                                delete message.seed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a SelfSeed message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.SelfSeed
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.SelfSeed} SelfSeed
             */
            SelfSeed.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.SelfSeed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.SelfSeed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.SelfSeed();
                if (object.org != null)
                    if (typeof object.org !== "string" || object.org.length)
                        message.org = $String(object.org);
                if (object.seed != null)
                    if (object.seed.length)
                        if (typeof object.seed === "string")
                            $util.base64.decode(object.seed, message.seed = $util.newBuffer($util.base64.length(object.seed)), 0);
                        else if (object.seed.length >= 0)
                            message.seed = object.seed;
                return message;
            };

            /**
             * Creates a plain object from a SelfSeed message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.SelfSeed
             * @static
             * @param {hushmark.v1.SelfSeed} message SelfSeed
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SelfSeed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.org = "";
                    if (options.bytes === $String)
                        object.seed = "";
                    else {
                        object.seed = [];
                        if (options.bytes !== $Array)
                            object.seed = $util.newBuffer(object.seed);
                    }
                }
                if (message.org != null && $Object.hasOwnProperty.call(message, "org"))
                    object.org = message.org;
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed"))
                    object.seed = options.bytes === $String ? $util.base64.encode(message.seed, 0, message.seed.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.seed) : message.seed;
                return object;
            };

            /**
             * Converts this SelfSeed to JSON.
             * @function toJSON
             * @memberof hushmark.v1.SelfSeed
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SelfSeed.prototype.toJSON = function() {
                return SelfSeed.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for SelfSeed
             * @function getTypeUrl
             * @memberof hushmark.v1.SelfSeed
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            SelfSeed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.SelfSeed";
            };

            return SelfSeed;
        })();

        v1.PairSeed = (function() {

            /**
             * Properties of a PairSeed.
             * @typedef {Object} hushmark.v1.PairSeed.$Properties
             * @property {string|null} [member] PairSeed member
             * @property {string|null} [outsider] PairSeed outsider
             * @property {Uint8Array|null} [seed] PairSeed seed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PairSeed.
             * @memberof hushmark.v1
             * @interface IPairSeed
             * @augments hushmark.v1.PairSeed.$Properties
             * @deprecated Use hushmark.v1.PairSeed.$Properties instead.
             */

            /**
             * Shape of a PairSeed.
             * @typedef {hushmark.v1.PairSeed.$Properties} hushmark.v1.PairSeed.$Shape
             */

            /**
             * Constructs a new PairSeed.
             * @memberof hushmark.v1
             * @classdesc Represents a PairSeed.
             * @constructor
             * @param {hushmark.v1.PairSeed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PairSeed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PairSeed member.
             * @member {string} member
             * @memberof hushmark.v1.PairSeed
             * @instance
             */
            PairSeed.prototype.member = "";

            /**
             * PairSeed outsider.
             * @member {string} outsider
             * @memberof hushmark.v1.PairSeed
             * @instance
             */
            PairSeed.prototype.outsider = "";

            /**
             * PairSeed seed.
             * @member {Uint8Array} seed
             * @memberof hushmark.v1.PairSeed
             * @instance
             */
            PairSeed.prototype.seed = $util.newBuffer([]);

            /**
             * Creates a new PairSeed instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.PairSeed
             * @static
             * @param {hushmark.v1.PairSeed.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.PairSeed} PairSeed instance
             * @type {{
             *   (properties: hushmark.v1.PairSeed.$Shape): hushmark.v1.PairSeed & hushmark.v1.PairSeed.$Shape;
             *   (properties?: hushmark.v1.PairSeed.$Properties): hushmark.v1.PairSeed;
             * }}
             */
            PairSeed.create = function(properties) {
                return new PairSeed(properties);
            };

            /**
             * Encodes the specified PairSeed message. Does not implicitly {@link hushmark.v1.PairSeed.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.PairSeed
             * @static
             * @param {hushmark.v1.PairSeed.$Properties} message PairSeed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PairSeed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.member != null && $Object.hasOwnProperty.call(message, "member") && message.member !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.member);
                if (message.outsider != null && $Object.hasOwnProperty.call(message, "outsider") && message.outsider !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.outsider);
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && message.seed.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.seed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PairSeed message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.PairSeed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.PairSeed & hushmark.v1.PairSeed.$Shape} PairSeed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PairSeed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.PairSeed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.member = value;
                            else
                                delete message.member;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.outsider = value;
                            else
                                delete message.outsider;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.seed = value;
                            else
                                delete message.seed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PairSeed message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.PairSeed
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.PairSeed} PairSeed
             */
            PairSeed.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.PairSeed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.PairSeed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.PairSeed();
                if (object.member != null)
                    if (typeof object.member !== "string" || object.member.length)
                        message.member = $String(object.member);
                if (object.outsider != null)
                    if (typeof object.outsider !== "string" || object.outsider.length)
                        message.outsider = $String(object.outsider);
                if (object.seed != null)
                    if (object.seed.length)
                        if (typeof object.seed === "string")
                            $util.base64.decode(object.seed, message.seed = $util.newBuffer($util.base64.length(object.seed)), 0);
                        else if (object.seed.length >= 0)
                            message.seed = object.seed;
                return message;
            };

            /**
             * Creates a plain object from a PairSeed message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.PairSeed
             * @static
             * @param {hushmark.v1.PairSeed} message PairSeed
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PairSeed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.member = "";
                    object.outsider = "";
                    if (options.bytes === $String)
                        object.seed = "";
                    else {
                        object.seed = [];
                        if (options.bytes !== $Array)
                            object.seed = $util.newBuffer(object.seed);
                    }
                }
                if (message.member != null && $Object.hasOwnProperty.call(message, "member"))
                    object.member = message.member;
                if (message.outsider != null && $Object.hasOwnProperty.call(message, "outsider"))
                    object.outsider = message.outsider;
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed"))
                    object.seed = options.bytes === $String ? $util.base64.encode(message.seed, 0, message.seed.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.seed) : message.seed;
                return object;
            };

            /**
             * Converts this PairSeed to JSON.
             * @function toJSON
             * @memberof hushmark.v1.PairSeed
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PairSeed.prototype.toJSON = function() {
                return PairSeed.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for PairSeed
             * @function getTypeUrl
             * @memberof hushmark.v1.PairSeed
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            PairSeed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.PairSeed";
            };

            return PairSeed;
        })();

        v1.Evidence = (function() {

            /**
             * Properties of an Evidence.
             * @typedef {Object} hushmark.v1.Evidence.$Properties
             * @property {number|null} [version] Evidence version
             * @property {string|null} [lie] Evidence lie
             * @property {string|null} [org] Evidence org
             * @property {Array.<Uint8Array>|null} [envelopes] Evidence envelopes
             * @property {Array.<Uint8Array>|null} [keysIds] Evidence keysIds
             * @property {Array.<Uint8Array>|null} [dealIds] Evidence dealIds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Evidence.
             * @memberof hushmark.v1
             * @interface IEvidence
             * @augments hushmark.v1.Evidence.$Properties
             * @deprecated Use hushmark.v1.Evidence.$Properties instead.
             */

            /**
             * Shape of an Evidence.
             * @typedef {hushmark.v1.Evidence.$Properties} hushmark.v1.Evidence.$Shape
             */

            /**
             * Constructs a new Evidence.
             * @memberof hushmark.v1
             * @classdesc Represents an Evidence.
             * @constructor
             * @param {hushmark.v1.Evidence.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Evidence = function (properties) {
                this.envelopes = [];
                this.keysIds = [];
                this.dealIds = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Evidence version.
             * @member {number} version
             * @memberof hushmark.v1.Evidence
             * @instance
             */
            Evidence.prototype.version = 0;

            /**
             * Evidence lie.
             * @member {string} lie
             * @memberof hushmark.v1.Evidence
             * @instance
             */
            Evidence.prototype.lie = "";

            /**
             * Evidence org.
             * @member {string} org
             * @memberof hushmark.v1.Evidence
             * @instance
             */
            Evidence.prototype.org = "";

            /**
             * Evidence envelopes.
             * @member {Array.<Uint8Array>} envelopes
             * @memberof hushmark.v1.Evidence
             * @instance
             */
            Evidence.prototype.envelopes = $util.emptyArray;

            /**
             * Evidence keysIds.
             * @member {Array.<Uint8Array>} keysIds
             * @memberof hushmark.v1.Evidence
             * @instance
             */
            Evidence.prototype.keysIds = $util.emptyArray;

            /**
             * Evidence dealIds.
             * @member {Array.<Uint8Array>} dealIds
             * @memberof hushmark.v1.Evidence
             * @instance
             */
            Evidence.prototype.dealIds = $util.emptyArray;

            /**
             * Creates a new Evidence instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Evidence
             * @static
             * @param {hushmark.v1.Evidence.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Evidence} Evidence instance
             * @type {{
             *   (properties: hushmark.v1.Evidence.$Shape): hushmark.v1.Evidence & hushmark.v1.Evidence.$Shape;
             *   (properties?: hushmark.v1.Evidence.$Properties): hushmark.v1.Evidence;
             * }}
             */
            Evidence.create = function(properties) {
                return new Evidence(properties);
            };

            /**
             * Encodes the specified Evidence message. Does not implicitly {@link hushmark.v1.Evidence.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Evidence
             * @static
             * @param {hushmark.v1.Evidence.$Properties} message Evidence message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Evidence.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
                if (message.lie != null && $Object.hasOwnProperty.call(message, "lie") && message.lie !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.lie);
                if (message.org != null && $Object.hasOwnProperty.call(message, "org") && message.org !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.org);
                if (message.envelopes != null && message.envelopes.length)
                    for (let i = 0; i < message.envelopes.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.envelopes[i]);
                if (message.keysIds != null && message.keysIds.length)
                    for (let i = 0; i < message.keysIds.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.keysIds[i]);
                if (message.dealIds != null && message.dealIds.length)
                    for (let i = 0; i < message.dealIds.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.dealIds[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Evidence message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Evidence
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Evidence & hushmark.v1.Evidence.$Shape} Evidence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Evidence.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Evidence();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.lie = value;
                            else
                                delete message.lie;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.org = value;
                            else
                                delete message.org;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.envelopes && message.envelopes.length))
                                message.envelopes = [];
                            message.envelopes.push(reader.bytes());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keysIds && message.keysIds.length))
                                message.keysIds = [];
                            message.keysIds.push(reader.bytes());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.dealIds && message.dealIds.length))
                                message.dealIds = [];
                            message.dealIds.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Evidence message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Evidence
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Evidence} Evidence
             */
            Evidence.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Evidence)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Evidence: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Evidence();
                if (object.version != null)
                    if ($Number(object.version) !== 0)
                        message.version = object.version >>> 0;
                if (object.lie != null)
                    if (typeof object.lie !== "string" || object.lie.length)
                        message.lie = $String(object.lie);
                if (object.org != null)
                    if (typeof object.org !== "string" || object.org.length)
                        message.org = $String(object.org);
                if (object.envelopes) {
                    if (!$Array.isArray(object.envelopes))
                        throw $TypeError(".hushmark.v1.Evidence.envelopes: array expected");
                    message.envelopes = $Array(object.envelopes.length);
                    for (let i = 0; i < object.envelopes.length; ++i)
                        if (typeof object.envelopes[i] === "string")
                            $util.base64.decode(object.envelopes[i], message.envelopes[i] = $util.newBuffer($util.base64.length(object.envelopes[i])), 0);
                        else if (object.envelopes[i].length >= 0)
                            message.envelopes[i] = object.envelopes[i];
                }
                if (object.keysIds) {
                    if (!$Array.isArray(object.keysIds))
                        throw $TypeError(".hushmark.v1.Evidence.keysIds: array expected");
                    message.keysIds = $Array(object.keysIds.length);
                    for (let i = 0; i < object.keysIds.length; ++i)
                        if (typeof object.keysIds[i] === "string")
                            $util.base64.decode(object.keysIds[i], message.keysIds[i] = $util.newBuffer($util.base64.length(object.keysIds[i])), 0);
                        else if (object.keysIds[i].length >= 0)
                            message.keysIds[i] = object.keysIds[i];
                }
                if (object.dealIds) {
                    if (!$Array.isArray(object.dealIds))
                        throw $TypeError(".hushmark.v1.Evidence.dealIds: array expected");
                    message.dealIds = $Array(object.dealIds.length);
                    for (let i = 0; i < object.dealIds.length; ++i)
                        if (typeof object.dealIds[i] === "string")
                            $util.base64.decode(object.dealIds[i], message.dealIds[i] = $util.newBuffer($util.base64.length(object.dealIds[i])), 0);
                        else if (object.dealIds[i].length >= 0)
                            message.dealIds[i] = object.dealIds[i];
                }
                return message;
            };

            /**
             * Creates a plain object from an Evidence message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Evidence
             * @static
             * @param {hushmark.v1.Evidence} message Evidence
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Evidence.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.envelopes = [];
                    object.keysIds = [];
                    object.dealIds = [];
                }
                if (options.defaults) {
                    object.version = 0;
                    object.lie = "";
                    object.org = "";
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                if (message.lie != null && $Object.hasOwnProperty.call(message, "lie"))
                    object.lie = message.lie;
                if (message.org != null && $Object.hasOwnProperty.call(message, "org"))
                    object.org = message.org;
                if (message.envelopes && message.envelopes.length) {
                    object.envelopes = $Array(message.envelopes.length);
                    for (let j = 0; j < message.envelopes.length; ++j)
                        object.envelopes[j] = options.bytes === $String ? $util.base64.encode(message.envelopes[j], 0, message.envelopes[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.envelopes[j]) : message.envelopes[j];
                }
                if (message.keysIds && message.keysIds.length) {
                    object.keysIds = $Array(message.keysIds.length);
                    for (let j = 0; j < message.keysIds.length; ++j)
                        object.keysIds[j] = options.bytes === $String ? $util.base64.encode(message.keysIds[j], 0, message.keysIds[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.keysIds[j]) : message.keysIds[j];
                }
                if (message.dealIds && message.dealIds.length) {
                    object.dealIds = $Array(message.dealIds.length);
                    for (let j = 0; j < message.dealIds.length; ++j)
                        object.dealIds[j] = options.bytes === $String ? $util.base64.encode(message.dealIds[j], 0, message.dealIds[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.dealIds[j]) : message.dealIds[j];
                }
                return object;
            };

            /**
             * Converts this Evidence to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Evidence
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Evidence.prototype.toJSON = function() {
                return Evidence.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Evidence
             * @function getTypeUrl
             * @memberof hushmark.v1.Evidence
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Evidence.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Evidence";
            };

            return Evidence;
        })();

        v1.KeysDigest = (function() {

            /**
             * Properties of a KeysDigest.
             * @typedef {Object} hushmark.v1.KeysDigest.$Properties
             * @property {string|null} [org] KeysDigest org
             * @property {Uint8Array|null} [id] KeysDigest id
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeysDigest.
             * @memberof hushmark.v1
             * @interface IKeysDigest
             * @augments hushmark.v1.KeysDigest.$Properties
             * @deprecated Use hushmark.v1.KeysDigest.$Properties instead.
             */

            /**
             * Shape of a KeysDigest.
             * @typedef {hushmark.v1.KeysDigest.$Properties} hushmark.v1.KeysDigest.$Shape
             */

            /**
             * Constructs a new KeysDigest.
             * @memberof hushmark.v1
             * @classdesc Represents a KeysDigest.
             * @constructor
             * @param {hushmark.v1.KeysDigest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeysDigest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeysDigest org.
             * @member {string} org
             * @memberof hushmark.v1.KeysDigest
             * @instance
             */
            KeysDigest.prototype.org = "";

            /**
             * KeysDigest id.
             * @member {Uint8Array} id
             * @memberof hushmark.v1.KeysDigest
             * @instance
             */
            KeysDigest.prototype.id = $util.newBuffer([]);

            /**
             * Creates a new KeysDigest instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.KeysDigest
             * @static
             * @param {hushmark.v1.KeysDigest.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.KeysDigest} KeysDigest instance
             * @type {{
             *   (properties: hushmark.v1.KeysDigest.$Shape): hushmark.v1.KeysDigest & hushmark.v1.KeysDigest.$Shape;
             *   (properties?: hushmark.v1.KeysDigest.$Properties): hushmark.v1.KeysDigest;
             * }}
             */
            KeysDigest.create = function(properties) {
                return new KeysDigest(properties);
            };

            /**
             * Encodes the specified KeysDigest message. Does not implicitly {@link hushmark.v1.KeysDigest.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.KeysDigest
             * @static
             * @param {hushmark.v1.KeysDigest.$Properties} message KeysDigest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeysDigest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.org != null && $Object.hasOwnProperty.call(message, "org") && message.org !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.org);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.id);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeysDigest message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.KeysDigest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.KeysDigest & hushmark.v1.KeysDigest.$Shape} KeysDigest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeysDigest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.KeysDigest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.org = value;
                            else
                                delete message.org;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a KeysDigest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.KeysDigest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.KeysDigest} KeysDigest
             */
            KeysDigest.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.KeysDigest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.KeysDigest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.KeysDigest();
                if (object.org != null)
                    if (typeof object.org !== "string" || object.org.length)
                        message.org = $String(object.org);
                if (object.id != null)
                    if (object.id.length)
                        if (typeof object.id === "string")
                            $util.base64.decode(object.id, message.id = $util.newBuffer($util.base64.length(object.id)), 0);
                        else if (object.id.length >= 0)
                            message.id = object.id;
                return message;
            };

            /**
             * Creates a plain object from a KeysDigest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.KeysDigest
             * @static
             * @param {hushmark.v1.KeysDigest} message KeysDigest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            KeysDigest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.org = "";
                    if (options.bytes === $String)
                        object.id = "";
                    else {
                        object.id = [];
                        if (options.bytes !== $Array)
                            object.id = $util.newBuffer(object.id);
                    }
                }
                if (message.org != null && $Object.hasOwnProperty.call(message, "org"))
                    object.org = message.org;
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = options.bytes === $String ? $util.base64.encode(message.id, 0, message.id.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.id) : message.id;
                return object;
            };

            /**
             * Converts this KeysDigest to JSON.
             * @function toJSON
             * @memberof hushmark.v1.KeysDigest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            KeysDigest.prototype.toJSON = function() {
                return KeysDigest.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for KeysDigest
             * @function getTypeUrl
             * @memberof hushmark.v1.KeysDigest
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            KeysDigest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.KeysDigest";
            };

            return KeysDigest;
        })();

        v1.Measurement = (function() {

            /**
             * Properties of a Measurement.
             * @typedef {Object} hushmark.v1.Measurement.$Properties
             * @property {Uint8Array|null} [round] Measurement round
             * @property {string|null} [sum] Measurement sum
             * @property {Array.<number>|null} [lanes] Measurement lanes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Measurement.
             * @memberof hushmark.v1
             * @interface IMeasurement
             * @augments hushmark.v1.Measurement.$Properties
             * @deprecated Use hushmark.v1.Measurement.$Properties instead.
             */

            /**
             * Shape of a Measurement.
             * @typedef {hushmark.v1.Measurement.$Properties} hushmark.v1.Measurement.$Shape
             */

            /**
             * Constructs a new Measurement.
             * @memberof hushmark.v1
             * @classdesc Represents a Measurement.
             * @constructor
             * @param {hushmark.v1.Measurement.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Measurement = function (properties) {
                this.lanes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Measurement round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Measurement
             * @instance
             */
            Measurement.prototype.round = $util.newBuffer([]);

            /**
             * Measurement sum.
             * @member {string} sum
             * @memberof hushmark.v1.Measurement
             * @instance
             */
            Measurement.prototype.sum = "";

            /**
             * Measurement lanes.
             * @member {Array.<number>} lanes
             * @memberof hushmark.v1.Measurement
             * @instance
             */
            Measurement.prototype.lanes = $util.emptyArray;

            /**
             * Creates a new Measurement instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Measurement
             * @static
             * @param {hushmark.v1.Measurement.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Measurement} Measurement instance
             * @type {{
             *   (properties: hushmark.v1.Measurement.$Shape): hushmark.v1.Measurement & hushmark.v1.Measurement.$Shape;
             *   (properties?: hushmark.v1.Measurement.$Properties): hushmark.v1.Measurement;
             * }}
             */
            Measurement.create = function(properties) {
                return new Measurement(properties);
            };

            /**
             * Encodes the specified Measurement message. Does not implicitly {@link hushmark.v1.Measurement.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Measurement
             * @static
             * @param {hushmark.v1.Measurement.$Properties} message Measurement message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Measurement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.sum);
                if (message.lanes != null && message.lanes.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).doubles(message.lanes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Measurement message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Measurement
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Measurement & hushmark.v1.Measurement.$Shape} Measurement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Measurement.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Measurement();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.lanes && message.lanes.length))
                                    message.lanes = [];
                                reader.doubles(message.lanes);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.lanes && message.lanes.length))
                                message.lanes = [];
                            message.lanes.push(reader.double());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Measurement message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Measurement
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Measurement} Measurement
             */
            Measurement.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Measurement)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Measurement: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Measurement();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.lanes) {
                    if (!$Array.isArray(object.lanes))
                        throw $TypeError(".hushmark.v1.Measurement.lanes: array expected");
                    message.lanes = $Array(object.lanes.length);
                    for (let i = 0; i < object.lanes.length; ++i)
                        message.lanes[i] = $Number(object.lanes[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a Measurement message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Measurement
             * @static
             * @param {hushmark.v1.Measurement} message Measurement
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Measurement.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.lanes = [];
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.sum = "";
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.lanes && message.lanes.length) {
                    object.lanes = $Array(message.lanes.length);
                    for (let j = 0; j < message.lanes.length; ++j)
                        object.lanes[j] = options.json && !$isFinite(message.lanes[j]) ? $String(message.lanes[j]) : message.lanes[j];
                }
                return object;
            };

            /**
             * Converts this Measurement to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Measurement
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Measurement.prototype.toJSON = function() {
                return Measurement.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Measurement
             * @function getTypeUrl
             * @memberof hushmark.v1.Measurement
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Measurement.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Measurement";
            };

            return Measurement;
        })();

        v1.OpenedShares = (function() {

            /**
             * Properties of an OpenedShares.
             * @typedef {Object} hushmark.v1.OpenedShares.$Properties
             * @property {string|null} [dealer] OpenedShares dealer
             * @property {Uint8Array|null} [selfShare] OpenedShares selfShare
             * @property {Uint8Array|null} [sigmaShare] OpenedShares sigmaShare
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OpenedShares.
             * @memberof hushmark.v1
             * @interface IOpenedShares
             * @augments hushmark.v1.OpenedShares.$Properties
             * @deprecated Use hushmark.v1.OpenedShares.$Properties instead.
             */

            /**
             * Shape of an OpenedShares.
             * @typedef {hushmark.v1.OpenedShares.$Properties} hushmark.v1.OpenedShares.$Shape
             */

            /**
             * Constructs a new OpenedShares.
             * @memberof hushmark.v1
             * @classdesc Represents an OpenedShares.
             * @constructor
             * @param {hushmark.v1.OpenedShares.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OpenedShares = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OpenedShares dealer.
             * @member {string} dealer
             * @memberof hushmark.v1.OpenedShares
             * @instance
             */
            OpenedShares.prototype.dealer = "";

            /**
             * OpenedShares selfShare.
             * @member {Uint8Array} selfShare
             * @memberof hushmark.v1.OpenedShares
             * @instance
             */
            OpenedShares.prototype.selfShare = $util.newBuffer([]);

            /**
             * OpenedShares sigmaShare.
             * @member {Uint8Array} sigmaShare
             * @memberof hushmark.v1.OpenedShares
             * @instance
             */
            OpenedShares.prototype.sigmaShare = $util.newBuffer([]);

            /**
             * Creates a new OpenedShares instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.OpenedShares
             * @static
             * @param {hushmark.v1.OpenedShares.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.OpenedShares} OpenedShares instance
             * @type {{
             *   (properties: hushmark.v1.OpenedShares.$Shape): hushmark.v1.OpenedShares & hushmark.v1.OpenedShares.$Shape;
             *   (properties?: hushmark.v1.OpenedShares.$Properties): hushmark.v1.OpenedShares;
             * }}
             */
            OpenedShares.create = function(properties) {
                return new OpenedShares(properties);
            };

            /**
             * Encodes the specified OpenedShares message. Does not implicitly {@link hushmark.v1.OpenedShares.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.OpenedShares
             * @static
             * @param {hushmark.v1.OpenedShares.$Properties} message OpenedShares message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OpenedShares.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.dealer != null && $Object.hasOwnProperty.call(message, "dealer") && message.dealer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.dealer);
                if (message.selfShare != null && $Object.hasOwnProperty.call(message, "selfShare") && message.selfShare.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.selfShare);
                if (message.sigmaShare != null && $Object.hasOwnProperty.call(message, "sigmaShare") && message.sigmaShare.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.sigmaShare);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OpenedShares message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.OpenedShares
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.OpenedShares & hushmark.v1.OpenedShares.$Shape} OpenedShares
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OpenedShares.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.OpenedShares();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.dealer = value;
                            else
                                delete message.dealer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.selfShare = value;
                            else
                                delete message.selfShare;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sigmaShare = value;
                            else
                                delete message.sigmaShare;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an OpenedShares message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.OpenedShares
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.OpenedShares} OpenedShares
             */
            OpenedShares.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.OpenedShares)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.OpenedShares: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.OpenedShares();
                if (object.dealer != null)
                    if (typeof object.dealer !== "string" || object.dealer.length)
                        message.dealer = $String(object.dealer);
                if (object.selfShare != null)
                    if (object.selfShare.length)
                        if (typeof object.selfShare === "string")
                            $util.base64.decode(object.selfShare, message.selfShare = $util.newBuffer($util.base64.length(object.selfShare)), 0);
                        else if (object.selfShare.length >= 0)
                            message.selfShare = object.selfShare;
                if (object.sigmaShare != null)
                    if (object.sigmaShare.length)
                        if (typeof object.sigmaShare === "string")
                            $util.base64.decode(object.sigmaShare, message.sigmaShare = $util.newBuffer($util.base64.length(object.sigmaShare)), 0);
                        else if (object.sigmaShare.length >= 0)
                            message.sigmaShare = object.sigmaShare;
                return message;
            };

            /**
             * Creates a plain object from an OpenedShares message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.OpenedShares
             * @static
             * @param {hushmark.v1.OpenedShares} message OpenedShares
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            OpenedShares.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.dealer = "";
                    if (options.bytes === $String)
                        object.selfShare = "";
                    else {
                        object.selfShare = [];
                        if (options.bytes !== $Array)
                            object.selfShare = $util.newBuffer(object.selfShare);
                    }
                    if (options.bytes === $String)
                        object.sigmaShare = "";
                    else {
                        object.sigmaShare = [];
                        if (options.bytes !== $Array)
                            object.sigmaShare = $util.newBuffer(object.sigmaShare);
                    }
                }
                if (message.dealer != null && $Object.hasOwnProperty.call(message, "dealer"))
                    object.dealer = message.dealer;
                if (message.selfShare != null && $Object.hasOwnProperty.call(message, "selfShare"))
                    object.selfShare = options.bytes === $String ? $util.base64.encode(message.selfShare, 0, message.selfShare.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.selfShare) : message.selfShare;
                if (message.sigmaShare != null && $Object.hasOwnProperty.call(message, "sigmaShare"))
                    object.sigmaShare = options.bytes === $String ? $util.base64.encode(message.sigmaShare, 0, message.sigmaShare.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sigmaShare) : message.sigmaShare;
                return object;
            };

            /**
             * Converts this OpenedShares to JSON.
             * @function toJSON
             * @memberof hushmark.v1.OpenedShares
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            OpenedShares.prototype.toJSON = function() {
                return OpenedShares.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for OpenedShares
             * @function getTypeUrl
             * @memberof hushmark.v1.OpenedShares
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            OpenedShares.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.OpenedShares";
            };

            return OpenedShares;
        })();

        v1.Seed = (function() {

            /**
             * Properties of a Seed.
             * @typedef {Object} hushmark.v1.Seed.$Properties
             * @property {Uint8Array|null} [round] Seed round
             * @property {string|null} [sum] Seed sum
             * @property {Uint8Array|null} [seed] Seed seed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Seed.
             * @memberof hushmark.v1
             * @interface ISeed
             * @augments hushmark.v1.Seed.$Properties
             * @deprecated Use hushmark.v1.Seed.$Properties instead.
             */

            /**
             * Shape of a Seed.
             * @typedef {hushmark.v1.Seed.$Properties} hushmark.v1.Seed.$Shape
             */

            /**
             * Constructs a new Seed.
             * @memberof hushmark.v1
             * @classdesc Represents a Seed.
             * @constructor
             * @param {hushmark.v1.Seed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Seed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Seed round.
             * @member {Uint8Array} round
             * @memberof hushmark.v1.Seed
             * @instance
             */
            Seed.prototype.round = $util.newBuffer([]);

            /**
             * Seed sum.
             * @member {string} sum
             * @memberof hushmark.v1.Seed
             * @instance
             */
            Seed.prototype.sum = "";

            /**
             * Seed seed.
             * @member {Uint8Array} seed
             * @memberof hushmark.v1.Seed
             * @instance
             */
            Seed.prototype.seed = $util.newBuffer([]);

            /**
             * Creates a new Seed instance using the specified properties.
             * @function create
             * @memberof hushmark.v1.Seed
             * @static
             * @param {hushmark.v1.Seed.$Properties=} [properties] Properties to set
             * @returns {hushmark.v1.Seed} Seed instance
             * @type {{
             *   (properties: hushmark.v1.Seed.$Shape): hushmark.v1.Seed & hushmark.v1.Seed.$Shape;
             *   (properties?: hushmark.v1.Seed.$Properties): hushmark.v1.Seed;
             * }}
             */
            Seed.create = function(properties) {
                return new Seed(properties);
            };

            /**
             * Encodes the specified Seed message. Does not implicitly {@link hushmark.v1.Seed.verify|verify} messages.
             * @function encode
             * @memberof hushmark.v1.Seed
             * @static
             * @param {hushmark.v1.Seed.$Properties} message Seed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Seed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.round);
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && message.sum !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.sum);
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && message.seed.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.seed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Seed message from the specified reader or buffer.
             * @function decode
             * @memberof hushmark.v1.Seed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {hushmark.v1.Seed & hushmark.v1.Seed.$Shape} Seed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Seed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.hushmark.v1.Seed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sum = value;
                            else
                                delete message.sum;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.seed = value;
                            else
                                delete message.seed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Seed message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof hushmark.v1.Seed
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {hushmark.v1.Seed} Seed
             */
            Seed.fromObject = function (object, _depth) {
                if (object instanceof $root.hushmark.v1.Seed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".hushmark.v1.Seed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.hushmark.v1.Seed();
                if (object.round != null)
                    if (object.round.length)
                        if (typeof object.round === "string")
                            $util.base64.decode(object.round, message.round = $util.newBuffer($util.base64.length(object.round)), 0);
                        else if (object.round.length >= 0)
                            message.round = object.round;
                if (object.sum != null)
                    if (typeof object.sum !== "string" || object.sum.length)
                        message.sum = $String(object.sum);
                if (object.seed != null)
                    if (object.seed.length)
                        if (typeof object.seed === "string")
                            $util.base64.decode(object.seed, message.seed = $util.newBuffer($util.base64.length(object.seed)), 0);
                        else if (object.seed.length >= 0)
                            message.seed = object.seed;
                return message;
            };

            /**
             * Creates a plain object from a Seed message. Also converts values to other types if specified.
             * @function toObject
             * @memberof hushmark.v1.Seed
             * @static
             * @param {hushmark.v1.Seed} message Seed
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Seed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.round = "";
                    else {
                        object.round = [];
                        if (options.bytes !== $Array)
                            object.round = $util.newBuffer(object.round);
                    }
                    object.sum = "";
                    if (options.bytes === $String)
                        object.seed = "";
                    else {
                        object.seed = [];
                        if (options.bytes !== $Array)
                            object.seed = $util.newBuffer(object.seed);
                    }
                }
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = options.bytes === $String ? $util.base64.encode(message.round, 0, message.round.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.round) : message.round;
                if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                    object.sum = message.sum;
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed"))
                    object.seed = options.bytes === $String ? $util.base64.encode(message.seed, 0, message.seed.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.seed) : message.seed;
                return object;
            };

            /**
             * Converts this Seed to JSON.
             * @function toJSON
             * @memberof hushmark.v1.Seed
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Seed.prototype.toJSON = function() {
                return Seed.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Seed
             * @function getTypeUrl
             * @memberof hushmark.v1.Seed
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Seed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/hushmark.v1.Seed";
            };

            return Seed;
        })();

        return v1;
    })();

    return hushmark;
})();

export {
  $root as default
};
